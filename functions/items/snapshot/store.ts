import { gunzipSync, gzipSync } from 'node:zlib'
import { GetCommand, PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { conditionFailed, failedConditions, ttlAt } from '../../platform/dynamo'
import { everyItem, writeAll } from '../../platform/bulk'

const pointerRecord = v.object({
  version: v.number(),
  /** Size of the snapshot, bytes. */
  bytes: v.number(),
  chunks: v.number(),
  /** Revision of the catalogue, number of the words' publication and day of the questions that it was made from. */
  madeFrom: v.string(),
})
/** Which snapshot is a centre's current one. */
export type SnapshotPointer = v.InferOutput<typeof pointerRecord>

/** Snapshots in the items table, compressed and cut into records that DynamoDB takes. */
export interface SnapshotStore {
  pointer(centre: string, consistent?: boolean): Promise<SnapshotPointer | undefined>
  /** The bytes of a version, gzip; undefined when it is gone. @throws Error when a part is missing */
  loadPacked(centre: string, version: number): Promise<Uint8Array | undefined>
  /** The bytes of a version as the engine opens them; undefined when it is gone. @throws Error when a part is missing or damaged */
  load(centre: string, version: number): Promise<Uint8Array<ArrayBuffer> | undefined>
  /**
   * Writes a version and makes it the current one, if `former` still is; the former one stays for phones that are fetching it.
   * @returns whether it became the current one
   */
  publish(centre: string, next: { version: number; madeFrom: string; bytes: Uint8Array }, former: SnapshotPointer | undefined): Promise<boolean>
}

/** DynamoDB takes 400 KB in a record. */
const chunkBytes = 380_000
/** How long a phone that has learned of a version may take to fetch it. */
const formerMs = 86_400_000

/** Keys of snapshots in the items table. */
const snapshotKeys = {
  pointer: (centre: string) => ({ pk: centre, sk: 'snapshot' }),
  chunk: (centre: string, version: number, number: number) => ({ pk: `${centre}#snapshot#${version}`, sk: String(number).padStart(4, '0') }),
}

/** Access to snapshots. */
export function createSnapshotStore(client: DynamoDBDocumentClient, table: string, now: () => number): SnapshotStore {
  const chunksOf = (centre: string, { version, chunks }: Pick<SnapshotPointer, 'version' | 'chunks'>) => Array.from({ length: chunks }, (_, number) => snapshotKeys.chunk(centre, version, number))
  return {
    async pointer(centre, consistent = false) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: snapshotKeys.pointer(centre), ConsistentRead: consistent }))
      return Item ? v.parse(pointerRecord, Item) : undefined
    },
    loadPacked,
    async load(centre, version) {
      const packed = await loadPacked(centre, version)
      // A buffer of its own at offset 0: the engine lays typed arrays over it.
      return packed && Uint8Array.from(gunzipSync(packed))
    },
    async publish(centre, { version, madeFrom, bytes }, former) {
      const packed = gzipSync(bytes, { level: 9 })
      const chunks = Math.ceil(packed.byteLength / chunkBytes)
      await writeAll(client, table, Array.from({ length: chunks }, (_, number) => ({
        put: { ...snapshotKeys.chunk(centre, version, number), chunks, bytes: packed.subarray(number * chunkBytes, (number + 1) * chunkBytes) },
      })))
      try {
        await client.send(new PutCommand({
          TableName: table,
          Item: { ...snapshotKeys.pointer(centre), version, bytes: bytes.byteLength, chunks, madeFrom },
          ConditionExpression: former ? '#version = :former' : 'attribute_not_exists(pk)',
          ...(former ? { ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':former': former.version } } : {}),
        }))
      } catch (error) {
        if (!conditionFailed(error)) throw error
        await expire(chunksOf(centre, { version, chunks }))
        return false
      }
      if (former) await expire(chunksOf(centre, former))
      return true
    },
  }

  async function loadPacked(centre: string, version: number): Promise<Uint8Array | undefined> {
    const records = await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': snapshotKeys.chunk(centre, version, 0).pk } })
    if (!records[0]) return undefined
    if (records.length !== records[0].chunks) throw new Error(`snapshot ${version}: ${records.length} of ${String(records[0].chunks)} parts`)
    return Buffer.concat(records.map(({ bytes }) => bytes as Uint8Array))
  }

  async function expire(keys: readonly { pk: string; sk: string }[]): Promise<void> {
    for (let at = 0; at < keys.length; at += 100) {
      try {
        await client.send(new TransactWriteCommand({
          TransactItems: keys.slice(at, at + 100).map((Key) => ({
            Update: {
              TableName: table, Key, UpdateExpression: 'SET #ttl = :ttl', ConditionExpression: 'attribute_exists(pk)',
              ExpressionAttributeNames: { '#ttl': 'ttl' }, ExpressionAttributeValues: { ':ttl': ttlAt(now() + formerMs) },
            },
          })),
        }))
      } catch (error) {
        // Already gone: nothing to expire.
        if (!failedConditions(error)) throw error
      }
    }
  }
}
