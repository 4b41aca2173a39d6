import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { caseFacts, monthOf, type CaseFacts } from '@shared/complaints/figures'
import { publicFigures, type PublicFigures } from '@shared/complaints/public-figures'
import { everyItem } from '../../platform/bulk'
import { conditionHeld } from '../../platform/dynamo'

/** What the figures are counted from: a row a complaint, by the month in which it was raised, without text and citizen; and the public figures. */
export interface FiguresStore {
  /** Keeps the facts of a complaint; false when those of the same or a later version are there: what the stream repeats or brings late changes nothing. */
  keep(centre: string, facts: CaseFacts): Promise<boolean>
  /** The facts of every complaint that was raised in these months (`2026-11`), in no order. */
  ofMonths(centre: string, months: readonly string[]): Promise<CaseFacts[]>
  /** The public figures as they were last counted. */
  counted(centre: string): Promise<PublicFigures | undefined>
  keepCounted(centre: string, figures: PublicFigures): Promise<void>
}

const countedKey = (centre: string) => ({ pk: centre, sk: 'public' })

const stored = v.object(caseFacts.entries)

/** Access to the figures table. Keys: docs/data-model.md. */
export function createFiguresStore(client: DynamoDBDocumentClient, table: string): FiguresStore {
  return {
    async keep(centre, facts) {
      return conditionHeld(client.send(new PutCommand({
        TableName: table, Item: { pk: `${centre}#${monthOf(facts)}`, sk: facts.id, ...facts },
        ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
        ExpressionAttributeNames: { '#version': 'version' }, ExpressionAttributeValues: { ':version': facts.version },
      })))
    },
    async ofMonths(centre, months) {
      const rows = await Promise.all(months.map((month) => everyItem(client, {
        TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `${centre}#${month}` },
      })))
      return rows.flat().map((row) => v.parse(stored, row))
    },
    async counted(centre) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: countedKey(centre) }))
      const parsed = v.safeParse(publicFigures, Item?.figures)
      return parsed.success ? parsed.output : undefined
    },
    async keepCounted(centre, figures) {
      await client.send(new PutCommand({ TableName: table, Item: { ...countedKey(centre), figures } }))
    },
  }
}
