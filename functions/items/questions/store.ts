import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { instant } from '@shared/api/fields'
import { ttlAt } from '../../platform/dynamo'
import { everyItem } from '../../platform/bulk'
import { noCount, type QuestionCounts } from './count'

const opened = v.record(v.string(), v.object({ times: v.number(), ranks: v.number() }))
const dayRecord = v.object({
  questions: v.array(v.object({ text: v.string(), asked: v.number(), missed: v.number(), firstThree: v.number(), opened })),
})
const soughtRecord = v.object({ at: instant, question: v.string(), sought: v.string() })
/** What someone said they sought. */
export type Sought = v.InferOutput<typeof soughtRecord>

/** Counts of questions in the searches table; words only, no identity. */
export interface QuestionStore {
  /** Adds to a day's raw counts, which go by themselves after some days. */
  add(centre: string, day: string, counts: QuestionCounts): Promise<void>
  /** Raw counts of a day. */
  raw(centre: string, day: string): Promise<QuestionCounts>
  /** Keeps the counts of a day that may be kept. */
  keep(centre: string, day: string, counts: QuestionCounts): Promise<void>
  isKept(centre: string, day: string): Promise<boolean>
  /** Kept days from `since` on, oldest first. */
  kept(centre: string, since: string): Promise<{ day: string; counts: QuestionCounts }[]>
  addSought(centre: string, id: string, sought: Sought): Promise<void>
  sought(centre: string, since: string): Promise<Sought[]>
}

const rawDays = 9
const keptDays = 200
const dayMs = 86_400_000
const end = (day: string, days: number) => ttlAt(Date.parse(`${day}T00:00:00Z`) + days * dayMs)
const separator = '\u001f'
/** Questions whose counts are written at the same time. */
const atOnce = 16

/** Access to the searches table. Keys: docs/data-model.md. */
export function createQuestionStore(client: DynamoDBDocumentClient, table: string): QuestionStore {
  const rawKey = (centre: string, day: string) => `${centre}#raw#${day}`
  const increase = (pk: string, sk: string, ttl: number, fields: Record<string, number>) => {
    const names = Object.keys(fields)
    return client.send(new UpdateCommand({
      TableName: table,
      Key: { pk, sk },
      UpdateExpression: `ADD ${names.map((_, i) => `#n${i} :v${i}`).join(', ')} SET #ttl = :ttl`,
      ExpressionAttributeNames: { '#ttl': 'ttl', ...Object.fromEntries(names.map((name, i) => [`#n${i}`, name])) },
      ExpressionAttributeValues: { ':ttl': ttl, ...Object.fromEntries(names.map((name, i) => [`:v${i}`, fields[name]])) },
    }))
  }
  return {
    async add(centre, day, counts) {
      const ttl = end(day, rawDays)
      const all = [...counts]
      for (let from = 0; from < all.length; from += atOnce) {
        await Promise.all(all.slice(from, from + atOnce).flatMap(([text, { asked, missed, firstThree, opened: items }]) => [
          increase(rawKey(centre, day), text, ttl, { asked, missed, firstThree }),
          ...Object.entries(items).map(([item, { times, ranks }]) => increase(rawKey(centre, day), `${text}${separator}${item}`, ttl, { times, ranks })),
        ]))
      }
    },
    async raw(centre, day) {
      const counts: QuestionCounts = new Map()
      for (const record of await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': rawKey(centre, day) } })) {
        const [text = '', item] = String(record.sk).split(separator)
        const count = counts.get(text) ?? noCount()
        counts.set(text, count)
        if (item === undefined) Object.assign(count, { asked: Number(record.asked), missed: Number(record.missed), firstThree: Number(record.firstThree) })
        else count.opened[item] = { times: Number(record.times), ranks: Number(record.ranks) }
      }
      return counts
    },
    async keep(centre, day, counts) {
      const questions = [...counts].map(([text, count]) => ({ text, ...count }))
      await client.send(new PutCommand({ TableName: table, Item: { pk: centre, sk: `day#${day}`, questions, ttl: end(day, keptDays) } }))
    },
    async isKept(centre, day) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: centre, sk: `day#${day}` }, ProjectionExpression: 'sk' }))
      return Item !== undefined
    },
    async kept(centre, since) {
      const records = await everyItem(client, {
        TableName: table, KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': centre, ':from': `day#${since}`, ':to': 'day#9999' },
      })
      return records.map((record) => ({
        day: String(record.sk).slice('day#'.length),
        counts: new Map(v.parse(dayRecord, record).questions.map(({ text, ...count }) => [text, count])),
      }))
    },
    async addSought(centre, id, sought) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: `${centre}#sought`, sk: `${sought.at}#${id}`, ...sought, ttl: end(sought.at.slice(0, 10), keptDays) } }))
    },
    async sought(centre, since) {
      const records = await everyItem(client, {
        TableName: table, KeyConditionExpression: 'pk = :pk AND sk >= :since', ExpressionAttributeValues: { ':pk': `${centre}#sought`, ':since': since }, ScanIndexForward: false,
      })
      return records.map((record) => v.parse(soughtRecord, record))
    },
  }
}
