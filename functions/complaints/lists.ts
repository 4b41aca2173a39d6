import { paginateQuery, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { boardKey, listKeys, type BoardFilter } from './keys'
import { lineFields, publicText, publishedFields } from './record'

/** A complaint in a list: what the indexes hold of it. */
export const listedComplaint = v.object({
  ...lineFields.entries,
  order: v.string(),
})
/** A complaint in a list. */
export type ListedComplaint = v.InferOutput<typeof listedComplaint>

/** One list of an index, as `listKeys` names it. */
export interface ListKey {
  readonly index: string
  readonly name: string
  readonly value: string
}

/** Which part of a list is wanted: from beyond the sort key `from`. */
export interface Part {
  readonly from: string | undefined
  readonly limit: number
  readonly newestFirst: boolean
}

/** The lists of complaints. */
export interface ComplaintLists {
  /** Several lists of one index as one, in order. */
  merged(keys: readonly ListKey[], part: Part): Promise<ListedComplaint[]>
  /** What was raised between two instants (the latter left out) in any of several lists, oldest first in each; `most` lines a list. */
  between(keys: readonly ListKey[], period: { readonly from: string; readonly to: string; readonly most: number }): Promise<ListedComplaint[]>
  /** Everything in a list: for lists that stay short. */
  all(key: ListKey): Promise<ListedComplaint[]>
  /** Ids of complaints at which the clock is to look on `day` or before. */
  marksUntil(centre: string, day: string): Promise<string[]>
  /** The public board, newest first; with a filter what it wants. */
  published(centre: string, from: string | undefined, limit: number, filter?: BoardFilter): Promise<PublishedLine[]>
}

/** `2026-12-01#id`. */
const markRow = v.object({ order: v.string() })

const publishedRow = v.object({
  ...publishedFields.entries,
  // Missing in lines that were published before they stood in the index.
  where: v.optional(publishedFields.entries.where, {}),
  publicText,
  publishedAt: v.string(),
  publishedOrder: v.string(),
})
/** A case on the public board, as its index holds it; photos by id. */
export type PublishedLine = Omit<v.InferOutput<typeof publishedRow>, 'publicText' | 'publishedOrder'> & v.InferOutput<typeof publicText> & { readonly order: string }

/** Access to the complaints table's indexes. */
export function createComplaintLists(client: DynamoDBDocumentClient, table: string): ComplaintLists {
  async function query(key: ListKey, sort: string, { from, limit, newestFirst }: Part): Promise<Record<string, unknown>[]> {
    const { Items = [] } = await client.send(new QueryCommand({
      TableName: table, IndexName: key.index, Limit: limit, ScanIndexForward: !newestFirst,
      KeyConditionExpression: `#key = :key${from ? ` AND #sort ${newestFirst ? '<' : '>'} :from` : ''}`,
      ExpressionAttributeNames: { '#key': key.name, ...(from ? { '#sort': sort } : {}) },
      ExpressionAttributeValues: { ':key': key.value, ...(from ? { ':from': from } : {}) },
    }))
    return Items
  }

  async function page(key: ListKey, part: Part): Promise<ListedComplaint[]> {
    return (await query(key, 'order', part)).map((row) => v.parse(listedComplaint, row))
  }

  return {
    async merged(keys, part) {
      const pages = await Promise.all(keys.map((key) => page(key, part)))
      const sign = part.newestFirst ? -1 : 1
      return pages.flat().sort((a, b) => (a.order < b.order ? -sign : sign)).slice(0, part.limit)
    },
    async between(keys, { from, to, most }) {
      const lists = await Promise.all(keys.map(async (key) => {
        const rows: Record<string, unknown>[] = []
        const pages = paginateQuery({ client, pageSize: most }, {
          TableName: table, IndexName: key.index, KeyConditionExpression: '#key = :key AND #order BETWEEN :from AND :to',
          ExpressionAttributeNames: { '#key': key.name, '#order': 'order' }, ExpressionAttributeValues: { ':key': key.value, ':from': from, ':to': to },
        })
        for await (const { Items = [] } of pages) {
          rows.push(...Items)
          if (rows.length >= most) break
        }
        return rows.map((row) => v.parse(listedComplaint, row))
      }))
      return lists.flat()
    },
    async all(key) {
      const found: ListedComplaint[] = []
      for (let more = true; more; ) {
        const next = await page(key, { from: found[found.length - 1]?.order, limit: 200, newestFirst: false })
        found.push(...next)
        more = next.length === 200
      }
      return found
    },
    async marksUntil(centre, day) {
      const { index, name, value } = listKeys.marks(centre)
      const found: string[] = []
      let ExclusiveStartKey: Record<string, unknown> | undefined
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({
          TableName: table, IndexName: index, ExclusiveStartKey, KeyConditionExpression: '#key = :key AND #order < :end',
          ExpressionAttributeNames: { '#key': name, '#order': 'order' }, ExpressionAttributeValues: { ':key': value, ':end': `${day}~` },
        }))
        found.push(...Items.map((row) => v.parse(markRow, row).order.slice(day.length + 1)))
        ExclusiveStartKey = LastEvaluatedKey
      } while (ExclusiveStartKey)
      return found
    },
    async published(centre, from, limit, filter = {}) {
      const found: PublishedLine[] = []
      for (let more = true, after = from; more && found.length < limit; ) {
        const rows = (await query(boardKey(centre, filter), 'publishedOrder', { from: after, limit, newestFirst: true })).map((row) => v.parse(publishedRow, row))
        const lines = rows.map(({ publicText: text, publishedOrder, ...it }) => ({ ...it, ...text, order: publishedOrder }))
        found.push(...lines.filter(({ kind }) => !filter.kind || kind === filter.kind))
        after = lines[lines.length - 1]?.order
        more = rows.length > 0
      }
      return found.slice(0, limit)
    },
  }
}
