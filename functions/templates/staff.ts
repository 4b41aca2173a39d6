import { templateRoutes } from '@shared/templates/routes'
import { bind, type Binding } from '../platform/http/handler'
import type { TemplateService } from './service'

/** Staff routes of the answer templates. */
export function templateStaffBindings(templates: TemplateService): Binding[] {
  return [
    bind(templateRoutes.list, ({ actor }) => templates.list(actor.centre)),
    bind(templateRoutes.put, ({ actor, body }) => templates.put({ centre: actor.centre, name: actor.name }, body.expectedNumber, body.templates, body.note)),
    bind(templateRoutes.history, async ({ actor }) => ({ versions: await templates.history(actor.centre) })),
    bind(templateRoutes.undo, ({ actor, params, body }) => templates.undo({ centre: actor.centre, name: actor.name }, Number(params.number), body.expectedNumber)),
  ]
}
