import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient, ListTablesCommand, UpdateTimeToLiveCommand, type TimeToLiveSpecification,
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

/**
 * Create the tables that are not there yet, as the template describes them.
 * @param nameOf the table's name for a logical id, as the configuration has it
 * @returns the names of those that were made now
 */
export async function createTables(client: DynamoDBClient, definitions: Record<string, Properties>, nameOf: (id: string) => string): Promise<string[]> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({ Limit: 100 }))
  const made: string[] = []
  for (const [id, properties] of Object.entries(definitions)) {
    const TableName = nameOf(id)
    if (TableNames.includes(TableName)) continue
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
