import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { ServiceError } from '@shared/errors/service-error'
import { isoInstant, type Clock } from './clock'
import { failedConditions } from './dynamo'

/** One version of a list: who made it when, and why; `changed` names the entries that differ from the former one. */
export interface ListVersion {
  readonly number: number
  readonly at: string
  readonly byName: string
  readonly note: string
  readonly changed: string[]
}

/** Who changes a list. */
export interface ListEditor {
  readonly centre: string
  readonly name: string
}

/** A list that staff keep, as a whole: each change is a version, kept for good, which is the audit too. */
export interface VersionedList<T> {
  /** The entries in force with the number of their version; 0 and none when the centre has written none. */
  current(centre: string): Promise<{ readonly number: number; readonly entries: readonly T[] }>
  /** Replaces all entries. @throws ServiceError `version-conflict` when another version than `expectedNumber` is in force */
  put(by: ListEditor, expectedNumber: number, entries: readonly T[], note: string): Promise<ListVersion & { readonly entries: readonly T[] }>
  /** Newest first, 50 at most. */
  history(centre: string): Promise<(ListVersion & { readonly entries: readonly T[] })[]>
  /** Puts back what was in force before version `number`, as a new version. @throws ServiceError `not-found`, `version-conflict` */
  undo(by: ListEditor, number: number, expectedNumber: number): Promise<ListVersion & { readonly entries: readonly T[] }>
  /** Writes a centre's first entries; does nothing when it has any. */
  begin(by: ListEditor, entries: readonly T[]): Promise<boolean>
}

const historyLength = 50
const versionFields = v.object({ number: v.number(), at: v.string(), byName: v.string(), note: v.string(), changed: v.array(v.string()) })

/** Names of the entries that differ between two versions. */
function changedNames<T extends { readonly id: string }>(before: readonly T[], after: readonly T[], nameOf: (entry: T) => string): string[] {
  const byId = (list: readonly T[]) => new Map(list.map((it) => [it.id, it]))
  const [old, now] = [byId(before), byId(after)]
  const entries = [...old.values(), ...after.filter(({ id }) => !old.has(id))]
  return entries.filter(({ id }) => JSON.stringify(old.get(id)) !== JSON.stringify(now.get(id))).map((it) => nameOf(now.get(it.id) ?? it))
}

/**
 * A list in the centres table: pk `C`, sk `name` is the version in force; pk `C#name`, sk number every version.
 * @param name what the list is called in keys
 * @param schema of all entries together; stored ones are read by it
 * @param nameOf how staff know an entry
 */
export function createVersionedList<T extends { readonly id: string }>(
  { client, table, now, name, schema, nameOf }: { client: DynamoDBDocumentClient; table: string; now: Clock; name: string; schema: v.GenericSchema<unknown, T[]>; nameOf: (entry: T) => string },
): VersionedList<T> {
  type Stored = ListVersion & { readonly entries: readonly T[] }
  const stored = v.object({ data: versionFields, content: schema })
  const headKey = (centre: string) => ({ pk: centre, sk: name })
  const versionKey = (centre: string, number: number) => ({ pk: `${centre}#${name}`, sk: String(number).padStart(9, '0') })
  const parse = (Item: unknown): Stored => {
    const { data, content } = v.parse(stored, Item)
    return { ...data, entries: content }
  }

  async function read(Key: { pk: string; sk: string }): Promise<Stored | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))
    return Item ? parse(Item) : undefined
  }

  /** One transaction; false when another version than the one before is in force. */
  async function write(centre: string, { entries, ...data }: Stored): Promise<boolean> {
    const former = data.number - 1
    const guard = former === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: '#data.#number = :former', ExpressionAttributeNames: { '#data': 'data', '#number': 'number' }, ExpressionAttributeValues: { ':former': former } }
    try {
      await client.send(new TransactWriteCommand({
        TransactItems: [
          { Put: { TableName: table, Item: { ...headKey(centre), data, content: entries }, ...guard } },
          { Put: { TableName: table, Item: { ...versionKey(centre, data.number), data, content: entries } } },
        ],
      }))
      return true
    } catch (error) {
      if (failedConditions(error)) return false
      throw error
    }
  }

  async function put(by: ListEditor, expectedNumber: number, entries: readonly T[], note: string): Promise<Stored> {
    const before = await read(headKey(by.centre))
    const next: Stored = { number: expectedNumber + 1, at: isoInstant(now()), byName: by.name, note, changed: changedNames(before?.entries ?? [], entries, nameOf), entries }
    if ((before?.number ?? 0) !== expectedNumber || !(await write(by.centre, next))) {
      throw new ServiceError('version-conflict', { currentVersion: (await read(headKey(by.centre)))?.number ?? 0 })
    }
    return next
  }

  return {
    async current(centre) {
      const found = await read(headKey(centre))
      return { number: found?.number ?? 0, entries: found?.entries ?? [] }
    },
    put,
    async history(centre) {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': versionKey(centre, 0).pk }, ScanIndexForward: false, Limit: historyLength,
      }))
      return Items.map(parse)
    },
    async undo(by, number, expectedNumber) {
      if (!(await read(versionKey(by.centre, number)))) throw new ServiceError('not-found')
      const before = number > 1 ? await read(versionKey(by.centre, number - 1)) : undefined
      return put(by, expectedNumber, before?.entries ?? [], `撤销第 ${number} 次修改`)
    },
    async begin(by, entries) {
      if (await read(headKey(by.centre))) return false
      await put(by, 0, entries, '初始内容')
      return true
    },
  }
}
