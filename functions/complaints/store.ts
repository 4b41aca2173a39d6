import { BatchGetCommand, GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { TransactItem } from '../photos/service'
import { failedConditions, patiently, ttlAt } from '../platform/dynamo'
import { boardLines, complaintKey, eventKey, followKey, formerCounterKey, helpKey, indexKeys, listKeys, markKey, receiptKey, sentKey } from './keys'
import { complaintRecord, eventRecord, lineFields, publishedFields, type ComplaintRecord, type Whole } from './record'
import type { Step } from './steps/step'

const sentRecord = v.object({ complaint: v.string(), digest: v.string() })
/** What a citizen sent under a key of the phone: which complaint it became, and a digest of the content. */
export type Sent = v.InferOutput<typeof sentRecord>

/** The mark of an idempotent write. */
export interface SentMark extends Sent {
  readonly citizen: string
  readonly clientKey: string
}

const followerRecord = v.object({
  citizen: v.string(),
  /** False: no longer. */
  on: v.boolean(),
  /** Version of the complaint from which on they follow: of what was before they are not told. */
  since: v.optional(v.number(), 0),
  /** The citizen's own complaint that was merged into the followed one, and its number. */
  complaint: v.optional(v.string()),
  receipt: v.optional(v.string()),
})
/** A citizen who follows a complaint that is not theirs. */
export type Follower = v.InferOutput<typeof followerRecord>

/** How a guarded write ended: written, sent before under the same key, the version has moved on, the receipt number is another complaint's, the citizen was deleted meanwhile, or a photo could not be attached. */
export type Outcome = 'written' | 'sent-before' | 'moved-on' | 'number-taken' | 'citizen-gone' | 'photo-gone'

/** The complaints table: every write has its event in the same transaction. */
export interface ComplaintStore {
  get(centre: string, id: string): Promise<Whole | undefined>
  /** A complaint without its events. */
  record(centre: string, id: string): Promise<ComplaintRecord | undefined>
  /** Complaints without their events, in the order of `ids`; one that is not there is left out. */
  records(centre: string, ids: readonly string[]): Promise<ComplaintRecord[]>
  sent(centre: string, citizen: string, clientKey: string): Promise<Sent | undefined>
  byReceipt(centre: string, receipt: string): Promise<string | undefined>
  /** The last receipt number of a day that an older version counted here; 0 where it counted none. */
  formerNumber(centre: string, day: string): Promise<number>
  /** `there` is the condition that whoever raises it has not been deleted; none for staff. */
  create(step: Step, sent: SentMark, photos: readonly TransactItem[], there?: TransactItem): Promise<Outcome>
  /** Puts the step's complaint in place of `before`, if that is still what is stored. */
  write(before: ComplaintRecord, step: Step, sent?: SentMark, photos?: readonly TransactItem[]): Promise<Outcome>
  /** Who follows a complaint now. */
  followers(centre: string, id: string): Promise<Follower[]>
  follower(centre: string, id: string, citizen: string): Promise<Follower | undefined>
  /** Ids of the complaints that a citizen follows, in their order: a part of them from beyond an id, or all. */
  followed(centre: string, citizen: string, part?: { readonly from: string | undefined; readonly limit: number }): Promise<string[]>
  /** Writes a step with its follower. */
  follow(before: ComplaintRecord, step: Step, follower: Follower): Promise<Outcome>
  /** Writes both steps of a merge and who follows from now on, all or nothing. */
  merge(gone: ComplaintRecord, into: ComplaintRecord, merge: { readonly gone: Step; readonly kept: Step; readonly followers: readonly Follower[] }): Promise<'written' | 'gone-moved-on' | 'moved-on'>
}

const keepSentMs = 30 * 86_400_000

/** Access to the complaints table, but for its lists. */
export function createComplaintStore(client: DynamoDBDocumentClient, table: string): ComplaintStore {
  const fresh = 'attribute_not_exists(pk)'
  const put = (Item: object, ConditionExpression = fresh, values?: object): TransactItem => ({
    Put: { TableName: table, Item: { ...Item }, ConditionExpression, ...(values ? { ExpressionAttributeValues: { ...values } } : {}) },
  })
  const complaintItem = (it: ComplaintRecord) => ({ ...complaintKey(it.centre, it.id), ...it, ...indexKeys(it) })
  /** The lines of the offices that help, or no longer help: without its key a line is in no list. */
  const helpPuts = (before: ComplaintRecord, it: ComplaintRecord): TransactItem[] =>
    [...new Set([...before.helping, ...it.helping])].map((office) => ({
      Put: {
        TableName: table,
        Item: {
          ...helpKey(it.centre, it.id, office), ...v.parse(lineFields, it), order: indexKeys(it).order,
          ...(it.helping.includes(office) ? { officeKey: listKeys.office(it.centre, office, it.state).value } : {}),
        },
      },
    }))
  /** The lines of the public board by kind, area and item, while it is published or was until now. */
  const boardPuts = (before: ComplaintRecord, it: ComplaintRecord): TransactItem[] => (it.publishedAt === undefined && before.publishedAt === undefined ? [] : boardLines(it).map(({ key, list }) => ({
    Put: { TableName: table, Item: { ...key, ...(list ? { ...v.parse(publishedFields, it), publicText: it.publicText, publishedAt: it.publishedAt, ...list } : {}) } },
  })))
  /** When the clock looks at it next: without its key a record is in no list. */
  const markPut = ({ centre, id }: ComplaintRecord, on: string | undefined): TransactItem => ({
    Put: { TableName: table, Item: { ...markKey(centre, id), ...(on ? { stateKey: listKeys.marks(centre).value, order: `${on}#${id}` } : {}) } },
  })
  const eventPut = (it: Step['event']) => put({ ...eventKey(it.centre, it.complaint, it.number), ...it })
  const sentPut = (centre: string, at: string, { citizen, clientKey, ...sent }: SentMark) =>
    put({ ...sentKey(centre, citizen, clientKey), ...sent, ttl: ttlAt(Date.parse(at) + keepSentMs) })

  const followPut = (centre: string, id: string, it: Follower): TransactItem => ({
    Put: { TableName: table, Item: { ...followKey(centre, id, it.citizen), ...it, ...(it.on ? { citizenKey: listKeys.followed(centre, it.citizen).value, order: id } : {}) } },
  })
  const stepPuts = (before: ComplaintRecord, { complaint: it, event, lookAgain }: Step): TransactItem[] =>
    [put(complaintItem(it), 'version = :before', { ':before': before.version }), eventPut(event), ...helpPuts(before, it), ...boardPuts(before, it), markPut(it, lookAgain)]

  /** Runs a transaction; `sentAt`, `guardAt`, `numberAt` and `thereAt` say at which places the sent mark, the version's guard, the receipt number and the citizen's account stand. */
  async function transact(TransactItems: TransactItem[], sentAt: number, guardAt: number, photosFrom: number, numberAt = -1, thereAt = -1): Promise<Outcome> {
    try {
      await patiently(() => client.send(new TransactWriteCommand({ TransactItems })))
      return 'written'
    } catch (error) {
      const failed = failedConditions(error)
      if (failed?.[sentAt]) return 'sent-before'
      if (failed?.[guardAt]) return 'moved-on'
      if (failed?.[numberAt]) return 'number-taken'
      if (failed?.[thereAt]) return 'citizen-gone'
      if (failed?.slice(photosFrom).includes(true)) return 'photo-gone'
      throw error
    }
  }

  async function read(Key: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    return (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item
  }

  /** Rows of a complaint: those whose sort key begins with `prefix`, or the record and its events. */
  async function rowsUnder(centre: string, id: string, prefix?: string): Promise<Record<string, unknown>[]> {
    const rows: Record<string, unknown>[] = []
    let ExclusiveStartKey: Record<string, unknown> | undefined
    do {
      const page = await client.send(new QueryCommand({
        TableName: table, ConsistentRead: true, ExclusiveStartKey,
        KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :from)' : 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': complaintKey(centre, id).pk, ...(prefix ? { ':from': prefix } : { ':from': 'complaint', ':to': 'event#~' }) },
      }))
      rows.push(...(page.Items ?? []))
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
    return rows
  }

  return {
    async get(centre, id) {
      // Its record sorts right before its events; who follows and who helps sorts after them and is not read.
      const [first, ...events] = await rowsUnder(centre, id)
      return first ? { complaint: v.parse(complaintRecord, first), events: events.map((row) => v.parse(eventRecord, row)) } : undefined
    },
    async record(centre, id) {
      const found = await read(complaintKey(centre, id))
      return found ? v.parse(complaintRecord, found) : undefined
    },
    async records(centre, ids) {
      const found = new Map<string, ComplaintRecord>()
      for (let at = 0; at < ids.length; at += 100) {
        let Keys: Record<string, unknown>[] = [...new Set(ids.slice(at, at + 100))].map((id) => complaintKey(centre, id))
        while (Keys.length > 0) {
          const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } } }))
          for (const row of Responses?.[table] ?? []) {
            const it = v.parse(complaintRecord, row)
            found.set(it.id, it)
          }
          Keys = UnprocessedKeys?.[table]?.Keys ?? []
        }
      }
      return ids.flatMap((id) => found.get(id) ?? [])
    },
    async sent(centre, citizen, clientKey) {
      const found = await read(sentKey(centre, citizen, clientKey))
      return found ? v.parse(sentRecord, found) : undefined
    },
    async byReceipt(centre, receipt) {
      const found = await read(receiptKey(centre, receipt))
      return found ? v.parse(v.string(), found.complaint) : undefined
    },
    async formerNumber(centre, day) {
      const found = await read(formerCounterKey(centre, day))
      return found ? v.parse(v.number(), found.last) : 0
    },
    create: ({ complaint: it, event, lookAgain }, sent, photos, there) =>
      transact([
        sentPut(it.centre, it.updatedAt, sent), put(complaintItem(it)), put({ ...receiptKey(it.centre, it.receipt), complaint: it.id }), eventPut(event), markPut(it, lookAgain), ...photos, ...(there ? [there] : []),
      ], 0, 1, 5, 2, there ? 5 + photos.length : -1),
    write(before, step, sent, photos = []) {
      const puts = stepPuts(before, step)
      return sent
        ? transact([sentPut(before.centre, step.complaint.updatedAt, sent), ...puts, ...photos], 0, 1, 1 + puts.length)
        : transact([...puts, ...photos], -1, 0, puts.length)
    },
    followers: async (centre, id) => (await rowsUnder(centre, id, 'follow#')).map((row) => v.parse(followerRecord, row)).filter(({ on }) => on),
    async follower(centre, id, citizen) {
      const found = await read(followKey(centre, id, citizen))
      return found ? v.parse(followerRecord, found) : undefined
    },
    async followed(centre, citizen, part) {
      const { index: IndexName, name, value } = listKeys.followed(centre, citizen)
      const found: string[] = []
      for (let from = part?.from, more = true; more; ) {
        const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({
          TableName: table, IndexName, ...(part ? { Limit: part.limit } : {}), KeyConditionExpression: `#key = :key${from ? ' AND #order > :from' : ''}`,
          ExpressionAttributeNames: { '#key': name, ...(from ? { '#order': 'order' } : {}) }, ExpressionAttributeValues: { ':key': value, ...(from ? { ':from': from } : {}) },
        }))
        found.push(...Items.map((row) => v.parse(v.string(), row.order)))
        from = found[found.length - 1]
        more = !part && LastEvaluatedKey !== undefined
      }
      return found
    },
    follow: (before, step, follower) => transact([...stepPuts(before, step), followPut(before.centre, before.id, follower)], -1, 0, Infinity),
    async merge(gone, into, merge) {
      const first = stepPuts(gone, merge.gone)
      const second = stepPuts(into, merge.kept)
      const outcome = await transact([...first, ...second, ...merge.followers.map((it) => followPut(into.centre, into.id, it))], -1, 0, first.length)
      if (outcome === 'written') return outcome
      return outcome === 'moved-on' ? 'gone-moved-on' : 'moved-on'
    },
  }
}
