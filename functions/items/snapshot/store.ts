import { gunzipSync, gzipSync } from 'node:zlib'
import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { failedConditions, guardedTransaction, ttlAt } from '../../platform/dynamo'
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

/** What a process that has just started reads: the current version, and its bytes when one record takes them. */
const currentRecord = v.object({ version: v.number(), packed: v.optional(v.instance(Uint8Array)) })

/** A version's bytes as the engine opens them. */
export interface StoredSnapshot {
  readonly version: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Snapshots in the items table, compressed and cut into records that DynamoDB takes. */
export interface SnapshotStore {
  pointer(centre: string, consistent?: boolean): Promise<SnapshotPointer | undefined>
  /** The current snapshot, in one read unless it is very large; undefined when the centre has none. @throws Error when a part is missing or damaged */
  current(centre: string): Promise<StoredSnapshot | undefined>
  /** The bytes of a version, gzip; undefined when it is gone. @throws Error when a part is missing */
  loadPacked(centre: string, version: number): Promise<Uint8Array | undefined>
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
  current: (centre: string) => ({ pk: `${centre}#snapshot`, sk: 'current' }),
  chunk: (centre: string, version: number, number: number) => ({ pk: `${centre}#snapshot#${version}`, sk: String(number).padStart(4, '0') }),
}

/** Access to snapshots. */
export function createSnapshotStore(client: DynamoDBDocumentClient, table: string, now: () => number): SnapshotStore {
  // A buffer of its own at offset 0: the engine lays typed arrays over it.
  const open = (packed: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gunzipSync(packed))
  const chunksOf = (centre: string, { version, chunks }: Pick<SnapshotPointer, 'version' | 'chunks'>) => Array.from({ length: chunks }, (_, number) => snapshotKeys.chunk(centre, version, number))
  return {
    pointer,
    async current(centre) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: snapshotKeys.current(centre) }))
      const kept = Item && v.parse(currentRecord, Item)
      if (kept?.packed) return { version: kept.version, bytes: open(kept.packed) }
      const pointed = await pointer(centre)
      if (!pointed) return undefined
      const packed = await loadPacked(centre, pointed.version)
      if (!packed) throw new Error(`snapshot ${pointed.version} is gone`)
      return { version: pointed.version, bytes: open(packed) }
    },
    loadPacked,
    async publish(centre, { version, madeFrom, bytes }, former) {
      const packed = gzipSync(bytes, { level: 9 })
      const chunks = Math.ceil(packed.byteLength / chunkBytes)
      await writeAll(client, table, Array.from({ length: chunks }, (_, number) => ({
        put: { ...snapshotKeys.chunk(centre, version, number), chunks, bytes: packed.subarray(number * chunkBytes, (number + 1) * chunkBytes) },
      })))
      const pointed = {
        TableName: table,
        Item: { ...snapshotKeys.pointer(centre), version, bytes: bytes.byteLength, chunks, madeFrom },
        ConditionExpression: former ? '#version = :former' : 'attribute_not_exists(pk)',
        ...(former ? { ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':former': former.version } } : {}),
      }
      // With the pointer, so that neither is ever newer than the other; of a snapshot in several records, only that it is one.
      const current = { TableName: table, Item: { ...snapshotKeys.current(centre), version, ...(chunks === 1 ? { packed } : {}) } }
      const became = await guardedTransaction(client, [{ Put: pointed }, { Put: current }])
      const expired = became ? former : { version, chunks }
      if (expired) await expire(chunksOf(centre, expired))
      return became
    },
  }

  async function pointer(centre: string, consistent = false): Promise<SnapshotPointer | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: snapshotKeys.pointer(centre), ConsistentRead: consistent }))
    return Item ? v.parse(pointerRecord, Item) : undefined
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
