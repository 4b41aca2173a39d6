import { paginateQuery, TransactWriteCommand, type DynamoDBDocumentClient, type QueryCommandInput } from '@aws-sdk/lib-dynamodb'
import { patiently } from './dynamo'

/** Every record that a query finds, through all its pages. */
export async function everyItem(client: DynamoDBDocumentClient, query: QueryCommandInput): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  for await (const { Items = [] } of paginateQuery({ client }, query)) found.push(...Items)
  return found
}

/** One record to be put, or deleted by its key. */
export type BulkWrite = { readonly put: Readonly<Record<string, unknown>> } | { readonly remove: { readonly pk: string; readonly sk: string } }

/** DynamoDB takes 100 writes and 4 MB in one transaction; the size is counted with room to spare. */
const batchWrites = 100
const batchBytes = 2_500_000

/**
 * Writes or deletes any number of records, not as one act: in transactions of up to 100, four at a time. Transactions and not batches,
 * because the embedded engine commits each write of a batch on its own, and a batch may leave some of its writes undone.
 */
export async function writeAll(client: DynamoDBDocumentClient, table: string, writes: readonly BulkWrite[]): Promise<void> {
  const batches: BulkWrite[][] = []
  let room = 0
  for (const write of writes) {
    const bytes = 'put' in write ? Buffer.byteLength(JSON.stringify(write.put)) : 100
    const last = batches[batches.length - 1]
    if (!last || last.length === batchWrites || bytes > room) {
      batches.push([write])
      room = batchBytes - bytes
    } else {
      last.push(write)
      room -= bytes
    }
  }
  const worker = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const TransactItems = batch.map((write) => ('put' in write ? { Put: { TableName: table, Item: write.put } } : { Delete: { TableName: table, Key: write.remove } }))
      await patiently(() => client.send(new TransactWriteCommand({ TransactItems })))
    }
  }
  await Promise.all(Array.from({ length: 4 }, worker))
}
