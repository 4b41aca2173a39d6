import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { S3Client } from '@aws-sdk/client-s3'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { Config } from './config'

/** Keys for the local engines, which take any; on AWS the role's own are used. */
const localKeys = { accessKeyId: 'local', secretAccessKey: 'local-secret' }

/** The DynamoDB client; the one place where it is built. */
export function dynamoClient(config: Config): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    region: config.region,
    maxAttempts: 4,
    ...(config.dynamoEndpoint ? { endpoint: config.dynamoEndpoint, credentials: localKeys } : {}),
  })
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

/** The object store's client; the one place where it is built. */
export function objectStoreClient(config: Config): S3Client {
  return new S3Client({
    region: config.region,
    ...(config.photos.endpoint ? { endpoint: config.photos.endpoint, forcePathStyle: true, credentials: localKeys } : {}),
  })
}
