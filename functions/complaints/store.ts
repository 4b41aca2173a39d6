import { GetCommand, QueryCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { failedConditions, patiently, ttlAt } from '../platform/dynamo'
import type { TransactItem } from '../photos/service'
import { complaintKey, counterKey, eventKey, helpKey, indexKeys, listKeys, markKey, receiptKey, sentKey } from './keys'
import { complaintRecord, eventRecord, lineFields, type ComplaintRecord, type Whole } from './record'
import type { Step } from './step'

const sentRecord = v.object({ complaint: v.string(), digest: v.string() })
/** What a citizen sent under a key of the phone: which complaint it became, and a digest of the content. */
export type Sent = v.InferOutput<typeof sentRecord>

/** The mark of an idempotent write. */
export interface SentMark extends Sent {
  readonly citizen: string
  readonly clientKey: string
}

/** How a guarded write ended: written, sent before under the same key, the version has moved on, or a photo could not be attached. */
export type Outcome = 'written' | 'sent-before' | 'moved-on' | 'photo-gone'

/** The complaints table: every write has its event in the same transaction. */
export interface ComplaintStore {
  get(centre: string, id: string): Promise<Whole | undefined>
  sent(centre: string, citizen: string, clientKey: string): Promise<Sent | undefined>
  byReceipt(centre: string, receipt: string): Promise<string | undefined>
  /** Next receipt number of a day, from 1; a number may be lost, none is given twice. */
  nextNumber(centre: string, day: string): Promise<number>
  create(step: Step, sent: SentMark, photos: readonly TransactItem[]): Promise<Outcome>
  /** Puts the step's complaint in place of `before`, if that is still what is stored. */
  write(before: ComplaintRecord, step: Step, sent?: SentMark, photos?: readonly TransactItem[]): Promise<Outcome>
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
  /** When the clock looks at it next: without its key a record is in no list. */
  const markPut = ({ centre, id }: ComplaintRecord, on: string | undefined): TransactItem => ({
    Put: { TableName: table, Item: { ...markKey(centre, id), ...(on ? { stateKey: listKeys.marks(centre).value, order: `${on}#${id}` } : {}) } },
  })
  const eventPut = (it: Step['event']) => put({ ...eventKey(it.centre, it.complaint, it.number), ...it })
  const sentPut = (centre: string, at: string, { citizen, clientKey, ...sent }: SentMark) =>
    put({ ...sentKey(centre, citizen, clientKey), ...sent, ttl: ttlAt(Date.parse(at) + keepSentMs) })

  /** Runs a transaction; `sentAt` and `guardAt` say at which places the sent mark and the version's guard stand. */
  async function transact(TransactItems: TransactItem[], sentAt: number, guardAt: number, photosFrom: number): Promise<Outcome> {
    try {
      await patiently(() => client.send(new TransactWriteCommand({ TransactItems })))
      return 'written'
    } catch (error) {
      const failed = failedConditions(error)
      if (failed?.[sentAt]) return 'sent-before'
      if (failed?.[guardAt]) return 'moved-on'
      if (failed?.slice(photosFrom).includes(true)) return 'photo-gone'
      throw error
    }
  }

  async function read(Key: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    return (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item
  }

  return {
    async get(centre, id) {
      const rows: Record<string, unknown>[] = []
      let ExclusiveStartKey: Record<string, unknown> | undefined
      do {
        const page = await client.send(new QueryCommand({
          TableName: table, ConsistentRead: true, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': complaintKey(centre, id).pk }, ExclusiveStartKey,
        }))
        rows.push(...(page.Items ?? []))
        ExclusiveStartKey = page.LastEvaluatedKey
      } while (ExclusiveStartKey)
      const [first, ...more] = rows
      const events = more.filter((row) => String(row.sk).startsWith('event#'))
      return first ? { complaint: v.parse(complaintRecord, first), events: events.map((row) => v.parse(eventRecord, row)) } : undefined
    },
    async sent(centre, citizen, clientKey) {
      const found = await read(sentKey(centre, citizen, clientKey))
      return found ? v.parse(sentRecord, found) : undefined
    },
    async byReceipt(centre, receipt) {
      const found = await read(receiptKey(centre, receipt))
      return found ? v.parse(v.string(), found.complaint) : undefined
    },
    async nextNumber(centre, day) {
      const { Attributes } = await client.send(new UpdateCommand({
        TableName: table, Key: counterKey(centre, day), UpdateExpression: 'ADD #last :one',
        ExpressionAttributeNames: { '#last': 'last' }, ExpressionAttributeValues: { ':one': 1 }, ReturnValues: 'UPDATED_NEW',
      }))
      return v.parse(v.number(), Attributes?.last)
    },
    create: ({ complaint: it, event, lookAgain }, sent, photos) =>
      transact([
        sentPut(it.centre, it.updatedAt, sent), put(complaintItem(it)), put({ ...receiptKey(it.centre, it.receipt), complaint: it.id }), eventPut(event), markPut(it, lookAgain), ...photos,
      ], 0, 1, 5),
    write(before, { complaint: it, event, lookAgain }, sent, photos = []) {
      const guarded = put(complaintItem(it), 'version = :before', { ':before': before.version })
      const more = [...helpPuts(before, it), markPut(it, lookAgain)]
      return sent
        ? transact([sentPut(it.centre, it.updatedAt, sent), guarded, eventPut(event), ...more, ...photos], 0, 1, 3 + more.length)
        : transact([guarded, eventPut(event), ...more, ...photos], -1, 0, 2 + more.length)
    },
  }
}
