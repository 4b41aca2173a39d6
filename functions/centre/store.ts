import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { calendarRow, type CalendarRow } from '@shared/calendar/calendar'
import { centre as centreSchema, type Centre } from '@shared/centre/centre'
import { routingRule, type RoutingRule } from '@shared/complaints/routing'
import { suggestionWords, type SuggestionWords } from '@shared/complaints/suggestion'
import { everyItem } from '../platform/bulk'

const routingRecord = v.object({ rules: v.array(routingRule), words: v.array(suggestionWords) })

/** Rules that send complaints to offices, and words that speak for offices and kinds. */
export interface Routing {
  readonly rules: readonly RoutingRule[]
  readonly words: readonly SuggestionWords[]
}

/** The centres table: pk centre, sk `centre`, `calendar` or `routing`; and which centres there are: pk `centres`, sk centre. */
export interface CentreStore {
  get(centre: string): Promise<Centre | undefined>
  /** Ids of the centres that were enlisted. */
  list(): Promise<string[]>
  /** Puts a centre among those that are listed; again does no harm. */
  enlist(centre: string): Promise<void>
  put(centre: Centre): Promise<void>
  calendar(centre: string): Promise<CalendarRow[]>
  putCalendar(centre: string, rows: readonly CalendarRow[]): Promise<void>
  /** None in a centre that was loaded before there were rules. */
  routing(centre: string): Promise<Routing | undefined>
  putRouting(centre: string, routing: Routing): Promise<void>
}

/** Access to the centres table. */
export function createCentreStore(client: DynamoDBDocumentClient, table: string): CentreStore {
  const read = async (pk: string, sk: string) => (await client.send(new GetCommand({ TableName: table, Key: { pk, sk } }))).Item
  return {
    async get(centre) {
      const found = await read(centre, 'centre')
      return found ? v.parse(centreSchema, found.data) : undefined
    },
    async list() {
      const rows = await everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': 'centres' } })
      return rows.map(({ sk }) => v.parse(v.string(), sk))
    },
    async enlist(centre) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: 'centres', sk: centre } }))
    },
    async put(centre) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: centre.id, sk: 'centre', data: centre } }))
    },
    async calendar(centre) {
      const found = await read(centre, 'calendar')
      return found ? v.parse(v.array(calendarRow), found.rows) : []
    },
    async putCalendar(centre, rows) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: centre, sk: 'calendar', rows } }))
    },
    async routing(centre) {
      const found = await read(centre, 'routing')
      return found ? v.parse(routingRecord, found) : undefined
    },
    async putRouting(centre, { rules, words }) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: centre, sk: 'routing', rules, words } }))
    },
  }
}
