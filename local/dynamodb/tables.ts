import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  CreateTableCommand, type CreateTableCommandInput, DescribeTableCommand, type DynamoDBClient, ListTablesCommand, UpdateTableCommand, UpdateTimeToLiveCommand, type TimeToLiveSpecification,
} from '@aws-sdk/client-dynamodb'

type Properties = Omit<CreateTableCommandInput, 'TableName'> & {
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean }
  PointInTimeRecoverySpecification?: unknown
  SSESpecification?: unknown
  Tags?: unknown
}

/** The tables of the CloudFormation template: logical id → properties. */
export function tableDefinitions(file: string): Record<string, Properties> {
  const document = parse(readFileSync(file, 'utf8'), { logLevel: 'silent' }) as { Resources: Record<string, { Type: string; Properties: Properties }> }
  return Object.fromEntries(
    Object.entries(document.Resources).filter(([, r]) => r.Type === 'AWS::DynamoDB::Table').map(([id, r]) => [id, r.Properties]),
  )
}

/** Longest time that an index of a machine's data takes to be built, ms. */
const PATIENCE = 20_000

/** Waits until the indexes of a table are built: until then an engine gives no answer from them. @throws Error when they are not in time */
async function built(client: DynamoDBClient, TableName: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }))
    const waiting = Table?.GlobalSecondaryIndexes?.find(({ IndexStatus }) => IndexStatus === 'CREATING')
    if (!waiting) return
    // Seen with DynamoDB Local 3.3.1: it says CREATING for ever, and its log that a column of the index is missing.
    if (Date.now() > end) throw new Error(`${TableName} 的索引 ${waiting.IndexName} 没有建成。DynamoDB Local 不能给已有数据的表添加索引：请换一个新的数据目录，或改用内嵌的 DynamoDB`)
  }
}

/** Adds the indexes that a table of an older version does not have yet, as a deployment does: one after the other. */
async function addIndexes(client: DynamoDBClient, TableName: string, { AttributeDefinitions, GlobalSecondaryIndexes = [] }: Properties): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const there = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName))
  for (const { IndexName, KeySchema, Projection } of GlobalSecondaryIndexes) {
    if (there.has(IndexName)) continue
    await client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: { IndexName, KeySchema, Projection } }] }))
    await built(client, TableName)
  }
  await built(client, TableName)
}

/**
 * Create the tables that are not there yet, as the template describes them, and the indexes that those of an older version lack.
 * @param nameOf the table's name for a logical id, as the configuration has it
 * @returns the names of those that were made now
 */
export async function createTables(client: DynamoDBClient, definitions: Record<string, Properties>, nameOf: (id: string) => string): Promise<string[]> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({ Limit: 100 }))
  const made: string[] = []
  for (const [id, properties] of Object.entries(definitions)) {
    const TableName = nameOf(id)
    if (TableNames.includes(TableName)) {
      await addIndexes(client, TableName, properties)
      continue
    }
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode, StreamSpecification, TimeToLiveSpecification: ttl } = properties
    await client.send(new CreateTableCommand({
      TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, BillingMode,
      // CloudFormation's StreamSpecification has no StreamEnabled: naming a view type switches it on.
      ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, StreamViewType: StreamSpecification.StreamViewType } }),
    }))
    if (ttl) await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: ttl as TimeToLiveSpecification }))
    made.push(TableName)
  }
  return made
}
