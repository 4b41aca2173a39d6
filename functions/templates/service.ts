import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { templateList, type Template, type TemplateVersion } from '@shared/templates/template'
import type { Clock } from '../platform/clock'
import { createVersionedList, type ListEditor, type ListVersion } from '../platform/versioned-list'

/** Use cases of the answer templates (答复模板). */
export interface TemplateService {
  list(centre: string): Promise<{ number: number; templates: Template[] }>
  /** @throws ServiceError `version-conflict` */
  put(by: ListEditor, expectedNumber: number, templates: readonly Template[], note: string): Promise<TemplateVersion>
  history(centre: string): Promise<TemplateVersion[]>
  /** Puts back what was in force before version `number`. @throws ServiceError `not-found`, `version-conflict` */
  undo(by: ListEditor, number: number, expectedNumber: number): Promise<TemplateVersion>
  /** Writes a centre's first templates; does nothing when it has any. */
  begin(by: ListEditor, templates: readonly Template[]): Promise<boolean>
}

const versionOf = ({ entries, ...it }: ListVersion & { readonly entries: readonly Template[] }): TemplateVersion => ({ ...it, templates: entries.length })

/** The templates' use cases over the centres table. Keys: docs/data-model.md. */
export function createTemplateService(client: DynamoDBDocumentClient, table: string, now: Clock): TemplateService {
  const list = createVersionedList<Template>({ client, table, now, name: 'templates', schema: templateList, nameOf: ({ name }) => name })
  return {
    async list(centre) {
      const { number, entries } = await list.current(centre)
      return { number, templates: [...entries] }
    },
    put: async (by, expectedNumber, templates, note) => versionOf(await list.put(by, expectedNumber, templates, note)),
    history: async (centre) => (await list.history(centre)).map(versionOf),
    undo: async (by, number, expectedNumber) => versionOf(await list.undo(by, number, expectedNumber)),
    begin: (by, templates) => list.begin(by, templates),
  }
}
