import { DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { startDatabase } from '../database'
import { createTables, tableDefinitions } from '../../local/dynamodb/tables'

/** DynamoDB Local adds no index to a table that has data (local/dynamodb/tables.ts). */
const onEmbedded = process.env.DYNAMODB_ENGINE === 'local' ? test.skip : test

onEmbedded('a folder with data of an older version gets the indexes that are new, and keeps its data', async () => {
  const database = await startDatabase()
  const client = new DynamoDBClient({ endpoint: database.endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' } })
  const { MessagesTable } = tableDefinitions('serverless/tables.yml')
  const { GlobalSecondaryIndexes: _, ...rest } = MessagesTable!
  const older = { ...rest, AttributeDefinitions: MessagesTable!.AttributeDefinitions!.filter(({ AttributeName }) => AttributeName === 'pk' || AttributeName === 'sk') }
  expect(await createTables(client, { MessagesTable: older }, () => 'OlderTable')).toEqual(['OlderTable'])
  const Item = { pk: { S: '370214#c' }, sk: { S: 'wechat#1' }, deliveryKey: { S: '370214#due' }, deliveryOrder: { S: '2026-11-23' } }
  await client.send(new PutItemCommand({ TableName: 'OlderTable', Item }))
  for (const made of [[], []]) expect(await createTables(client, { MessagesTable: MessagesTable! }, () => 'OlderTable')).toEqual(made)
  const { Items } = await client.send(new QueryCommand({ TableName: 'OlderTable', IndexName: 'byDelivery', KeyConditionExpression: 'deliveryKey = :due', ExpressionAttributeValues: { ':due': { S: '370214#due' } } }))
  expect(Items).toEqual([Item])
  client.destroy()
  await database.stop()
}, 30_000)
