import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { instant } from '@shared/api/fields'
import type { ItemEvent } from '@shared/items/item'
import { failedConditions, patiently } from '../../platform/dynamo'
import { everyItem, writeAll } from '../../platform/bulk'
import { itemKeys, itemRecord, type CatalogueHead, type StoredItem } from '../store'

const importRecord = v.object({
  id: v.string(),
  state: v.picklist(['staging', 'done']),
  at: instant,
  byName: v.string(),
  /** The generation before the last, to be deleted when this import is done. */
  drop: v.optional(v.string()),
})
/** One import: `staging` while its rows are written, `done` from the moment in which all of them became the catalogue. */
export type ImportRecord = v.InferOutput<typeof importRecord>

/** Imports in the items table. */
export interface ImportStore {
  begin(centre: string, record: ImportRecord): Promise<void>
  /** Writes all items of the new generation, seen by nobody yet, and copies former events into the history, where they say nothing new. */
  stage(centre: string, importId: string, items: readonly StoredItem[], former: readonly ItemEvent[]): Promise<void>
  /** One transaction: the staged generation becomes the catalogue, if nothing changed since `head` was read. */
  flip(centre: string, record: ImportRecord, head: CatalogueHead): Promise<boolean>
  /** The generation that was the catalogue before the present one, if any. */
  previous(centre: string): Promise<string | undefined>
  /** Deletes what unfinished imports older than `before` left behind, and generations that finished ones replaced. */
  sweep(centre: string, before: string): Promise<void>
}

/** Access to imports. */
export function createImportStore(client: DynamoDBDocumentClient, table: string): ImportStore {
  const drop = async (centre: string, generation: string) => {
    const records = await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': itemKeys.items(centre, generation) }, ProjectionExpression: 'pk, sk' })
    await writeAll(client, table, records.map(({ pk, sk }) => ({ remove: { pk: String(pk), sk: String(sk) } })))
  }
  return {
    async begin(centre, record) {
      await client.send(new PutCommand({ TableName: table, Item: { ...itemKeys.import(centre, record.id), ...record } }))
    },
    async stage(centre, importId, items, former) {
      await writeAll(client, table, [
        ...items.map((stored) => ({ put: itemRecord(centre, importId, stored) })),
        ...former.map((event) => ({ put: { ...itemKeys.event(centre, event), data: event } })),
      ])
    },
    async flip(centre, record, head) {
      try {
        await patiently(() => client.send(new TransactWriteCommand({
          TransactItems: [
            {
              Update: {
                TableName: table,
                Key: itemKeys.head(centre),
                UpdateExpression: 'SET generation = :generation, previous = :previous, revision = :next, centre = :centre',
                ConditionExpression: head.revision === 0 ? 'attribute_not_exists(revision)' : 'revision = :revision AND generation = :previous',
                ExpressionAttributeValues: {
                  ':generation': record.id, ':previous': head.generation, ':next': head.revision + 1, ':centre': centre,
                  ...(head.revision === 0 ? {} : { ':revision': head.revision }),
                },
              },
            },
            { Put: { TableName: table, Item: { ...itemKeys.import(centre, record.id), ...record, state: 'done' } } },
          ],
        })))
        return true
      } catch (error) {
        if (failedConditions(error)?.[0]) return false
        throw error
      }
    },
    async previous(centre) {
      const [head] = await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk AND sk = :sk', ExpressionAttributeValues: { ':pk': centre, ':sk': itemKeys.head(centre).sk }, ConsistentRead: true })
      return head?.previous === undefined ? undefined : String(head.previous)
    },
    async sweep(centre, before) {
      const records = await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :import)', ExpressionAttributeValues: { ':pk': centre, ':import': itemKeys.import(centre, '').sk }, ConsistentRead: true })
      for (const record of records.map((found) => v.parse(importRecord, found))) {
        const Key = itemKeys.import(centre, record.id)
        if (record.state === 'staging' && record.at < before) {
          await drop(centre, record.id)
          await client.send(new DeleteCommand({ TableName: table, Key }))
        } else if (record.state === 'done' && record.drop !== undefined) {
          await drop(centre, record.drop)
          // `drop` is a reserved word of DynamoDB.
          await client.send(new UpdateCommand({ TableName: table, Key, UpdateExpression: 'REMOVE #drop', ExpressionAttributeNames: { '#drop': 'drop' } }))
        }
      }
    },
  }
}
