import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import {
  DescribeStreamCommand, DynamoDBStreamsClient, ExpiredIteratorException, GetRecordsCommand, GetShardIteratorCommand, ListStreamsCommand, TrimmedDataAccessException, type AttributeValue, type GetRecordsCommandOutput,
} from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBStreamEvent } from 'aws-lambda'

/** How far each shard has been handled: shard → sequence number. */
type Checkpoints = Record<string, string>

/** What stands in for Lambda's event source mapping. */
export interface StreamReader {
  /** Ends after the batch in hand. */
  stop(): Promise<void>
}

const BATCH = 100

/** How often each stream is asked, ms; Lambda polls four times a second. */
const INTERVAL = 250

type Values = Record<string, AttributeValue>

/** An image as AWS sends it: DynamoDB Local leaves out the type of an empty map. */
const typed = (image: Values | undefined): Values | undefined =>
  image && Object.fromEntries(Object.entries(image).map(([name, value]) => [name, Object.keys(value).length === 0 ? { M: {} } : value.M ? { M: typed(value.M) ?? {} } : value]))

/**
 * Read the tables' streams and hand each batch to `handle`, in order within a shard and at least once, as Lambda does. A batch
 * that fails is handed over again, and how far it came is kept in `file`, so that a change made before a crash still has its effect.
 */
export function readStreams({ client, tables, handle, file, onError }: {
  client: DynamoDBStreamsClient
  tables: string[]
  handle: (event: DynamoDBStreamEvent) => Promise<unknown>
  file: string
  onError: (error: unknown) => void
}): StreamReader {
  const done: Checkpoints = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Checkpoints) : {}
  let running = true

  const save = () => {
    writeFileSync(`${file}.part`, JSON.stringify(done))
    renameSync(`${file}.part`, file)
  }

  /** Where to go on in a shard; from its beginning when the place reached is no longer kept: what is handed over again does no harm. */
  async function iteratorOf(StreamArn: string, ShardId: string): Promise<string | undefined> {
    const from = done[ShardId]
    const begin = async () => (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }))).ShardIterator
    if (!from) return begin()
    try {
      return (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: from }))).ShardIterator
    } catch (error) {
      if (error instanceof TrimmedDataAccessException) return begin()
      throw error
    }
  }

  /** The next records of a shard; none when the engine no longer takes the iterator that was kept: the next turn makes a new one at the place that was reached. */
  async function nextOf(arn: string, shard: string, kept: string | undefined): Promise<GetRecordsCommandOutput | undefined> {
    try {
      return await client.send(new GetRecordsCommand({ ShardIterator: kept ?? await iteratorOf(arn, shard), Limit: BATCH }))
    } catch (error) {
      if (kept && (error instanceof ExpiredIteratorException || error instanceof TrimmedDataAccessException)) return undefined
      throw error
    }
  }

  async function readShard(arn: string, shard: string, iterators: Map<string, string>): Promise<void> {
    const { Records = [], NextShardIterator } = (await nextOf(arn, shard, iterators.get(shard))) ?? {}
    const last = Records.at(-1)?.dynamodb?.SequenceNumber
    if (last) {
      // The SDK's records and Lambda's differ in their date type only.
      const event = { Records: Records.map((record) => ({
        ...record, eventSourceARN: arn, dynamodb: { ...record.dynamodb, NewImage: typed(record.dynamodb?.NewImage), OldImage: typed(record.dynamodb?.OldImage) },
      })) } as unknown as DynamoDBStreamEvent
      await handle(event)
      done[shard] = last
      save()
    }
    if (NextShardIterator) iterators.set(shard, NextShardIterator)
    else iterators.delete(shard)
  }

  async function readTable(table: string): Promise<void> {
    const iterators = new Map<string, string>()
    while (running) {
      try {
        const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: table }))
        for (const { StreamArn: arn } of Streams) {
          const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: arn }))
          for (const { ShardId: shard } of StreamDescription?.Shards ?? []) if (arn && shard) await readShard(arn, shard, iterators)
        }
      } catch (error) {
        iterators.clear()
        if (running) onError(error)
      }
      await new Promise((resolve) => setTimeout(resolve, INTERVAL))
    }
  }

  const reading = Promise.all(tables.map(readTable))
  return {
    async stop() {
      running = false
      await reading
    },
  }
}
