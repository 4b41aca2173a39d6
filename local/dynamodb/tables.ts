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

/** Adds the indexes that a table of an older version does not have yet, as a deployment does. */
async function addIndexes(client: DynamoDBClient, TableName: string, { AttributeDefinitions, GlobalSecondaryIndexes = [] }: Properties): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  const there = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName))
  for (const { IndexName, KeySchema, Projection } of GlobalSecondaryIndexes) {
    if (!there.has(IndexName)) await client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: { IndexName, KeySchema, Projection } }] }))
  }
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
