import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { item as itemSchema, itemEvent as eventSchema, type Item, type ItemEvent } from '@shared/items/item'
import type { ItemLine } from '@shared/items/routes'
import { failedConditions, patiently } from '../platform/dynamo'
import { everyItem } from '../platform/bulk'

/**
 * Which items are a centre's catalogue: those written under `generation`. An import writes a new generation beside the present one and
 * then changes this one record, so that all of it is seen or nothing. `revision` grows with every change of an item or of the generation.
 */
export interface CatalogueHead {
  readonly generation: string
  readonly revision: number
}

/** A line of the list, with the words that staff find it by. */
export type FoundLine = ItemLine & { readonly aliases: readonly string[] }

/** An item with the event that made it what it is; the events before are in its history. So an import writes one record an item. */
export interface StoredItem {
  readonly item: Item
  readonly event: ItemEvent
}

/** A write of one item. */
export interface ItemWrite {
  readonly head: CatalogueHead
  /** What is stored now; none for a new item. */
  readonly before?: StoredItem
  readonly after: StoredItem
}

/** Items in the items table. */
export interface ItemStore {
  /** Strongly consistent; a centre without a catalogue has generation `first`. */
  head(centre: string): Promise<CatalogueHead>
  get(centre: string, generation: string, id: string): Promise<StoredItem | undefined>
  all(centre: string, generation: string): Promise<StoredItem[]>
  lines(centre: string, generation: string): Promise<FoundLine[]>
  /** One transaction: item with its event, the former event into the history, the revision. Says which condition failed, or `done`. */
  write(centre: string, write: ItemWrite): Promise<'done' | 'version' | 'generation'>
  /** Events before the present one, newest first; `before` is the sort key of the last one seen. */
  history(centre: string, id: string, limit: number, before?: string): Promise<{ events: ItemEvent[]; next?: string }>
}

/** Keys of the items table; docs/data-model.md lists them. */
export const itemKeys = {
  head: (centre: string) => ({ pk: centre, sk: 'catalogue' }),
  items: (centre: string, generation: string) => `${centre}#items#${generation}`,
  event: (centre: string, { itemId, version }: ItemEvent) => ({ pk: `${centre}#history#${itemId}`, sk: String(version).padStart(9, '0') }),
  import: (centre: string, id: string) => ({ pk: centre, sk: `import#${id}` }),
}

/** Generation of a catalogue that was never imported. */
const firstGeneration = 'first'

const stored = v.object({ data: itemSchema, event: eventSchema })
const readStored = (record: unknown): StoredItem => {
  const { data, event } = v.parse(stored, record)
  return { item: data, event }
}

/** An item's record in a generation. */
export const itemRecord = (centre: string, generation: string, { item, event }: StoredItem) =>
  ({ pk: itemKeys.items(centre, generation), sk: item.id, data: item, event })

const lineFields = ['id', 'name', 'code', 'department', 'area', 'state', 'version', 'updatedAt', 'aliases'] as const

/** Access to items. */
export function createItemStore(client: DynamoDBDocumentClient, table: string): ItemStore {
  return {
    async head(centre) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: itemKeys.head(centre), ConsistentRead: true }))
      return Item ? { generation: String(Item.generation), revision: Number(Item.revision) } : { generation: firstGeneration, revision: 0 }
    },
    async get(centre, generation, id) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: itemKeys.items(centre, generation), sk: id }, ConsistentRead: true }))
      return Item ? readStored(Item) : undefined
    },
    async all(centre, generation) {
      const found = await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': itemKeys.items(centre, generation) }, ConsistentRead: true })
      return found.map(readStored)
    },
    async lines(centre, generation) {
      const found = await everyItem(client, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': itemKeys.items(centre, generation) },
        ProjectionExpression: lineFields.map((_, i) => `#data.#f${i}`).join(','),
        ExpressionAttributeNames: { '#data': 'data', ...Object.fromEntries(lineFields.map((field, i) => [`#f${i}`, field])) },
        ConsistentRead: true,
      })
      return found.map(({ data }) => data as FoundLine)
    },
    async write(centre, { head, before, after }) {
      try {
        await patiently(() => client.send(new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: table,
                Item: itemRecord(centre, head.generation, after),
                ...(before
                  ? { ConditionExpression: '#data.#version = :expected', ExpressionAttributeNames: { '#data': 'data', '#version': 'version' }, ExpressionAttributeValues: { ':expected': before.item.version } }
                  : { ConditionExpression: 'attribute_not_exists(pk)' }),
              },
            },
            {
              Update: {
                TableName: table,
                Key: itemKeys.head(centre),
                UpdateExpression: 'SET generation = :generation, revision = if_not_exists(revision, :zero) + :one, centre = :centre',
                ConditionExpression: 'attribute_not_exists(generation) OR generation = :generation',
                ExpressionAttributeValues: { ':generation': head.generation, ':zero': 0, ':one': 1, ':centre': centre },
              },
            },
            ...(before ? [{ Put: { TableName: table, Item: { ...itemKeys.event(centre, before.event), data: before.event } } }] : []),
          ],
        })))
        return 'done'
      } catch (error) {
        const failed = failedConditions(error)
        if (failed?.[1]) return 'generation'
        if (failed?.[0]) return 'version'
        throw error
      }
    },
    async history(centre, id, limit, before) {
      const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({
        TableName: table,
        KeyConditionExpression: before ? 'pk = :pk AND sk < :before' : 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `${centre}#history#${id}`, ...(before ? { ':before': before } : {}) },
        ScanIndexForward: false,
        Limit: limit,
      }))
      return { events: Items.map(({ data }) => v.parse(eventSchema, data)), ...(LastEvaluatedKey ? { next: String(LastEvaluatedKey.sk) } : {}) }
    },
  }
}
