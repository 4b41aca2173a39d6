import { QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { TransactItem } from '../photos/service'
import { isoInstant } from '../platform/clock'
import { conditionFailed, ttlAt } from '../platform/dynamo'
import { sha256 } from '../platform/ids'
import { boxKey } from './store'

const keyFields = v.object({ pk: v.string(), sk: v.string() })
/** Key of a delivery; it stands in the citizen's inbox and goes with it. */
export type DeliveryKey = v.InferOutput<typeof keyFields>

const stored = v.object({
  ...keyFields.entries,
  centre: v.string(),
  citizen: v.string(),
  complaint: v.string(),
  title: v.string(),
  page: v.string(),
  data: v.record(v.string(), v.string()),
  /** How often it was tried. */
  attempts: v.number(),
})
/** A message that is to be sent by WeChat. */
export type Delivery = v.InferOutput<typeof stored>

/** What a new delivery holds. */
export type NewDelivery = Omit<Delivery, 'pk' | 'sk' | 'attempts'> & { readonly message: string; readonly at: string }

const listed = v.object({ ...keyFields.entries, deliveryOrder: v.string(), title: v.string(), attempts: v.number(), errcode: v.optional(v.number(), 0) })
/** A delivery in the list of those that are due or given up. */
export type ListedDelivery = v.InferOutput<typeof listed>

/** The deliveries of the messages table: `state` is due, sent, refused or dead; `nextAttemptAt` while it is due. */
export interface DeliveryStore {
  /** The write of a new one, to go with its message; whoever finds it due at `nextAttemptAt` may try it. */
  put(it: NewDelivery, nextAttemptAt: number): TransactItem
  /** Those of a centre that are due now, the longest waiting first. */
  due(centre: string, now: number, limit: number): Promise<ListedDelivery[]>
  /** Takes the next attempt upon oneself; none when somebody else has, or it is no longer due. Until `nextAttemptAt` nobody else tries. */
  claim(key: DeliveryKey, attempts: number, nextAttemptAt: number): Promise<Delivery | undefined>
  /** Ends it. */
  finish(key: DeliveryKey, state: 'sent' | 'refused'): Promise<void>
  /** Gives it up, for staff to see. */
  giveUp(it: Delivery, errcode: number, now: number): Promise<void>
  /** Those of a centre that were given up, newest first; `id` finds one. */
  dead(centre: string, part: { readonly before?: string; readonly id?: string; readonly limit: number }): Promise<ListedDelivery[]>
  /** Makes one that was given up due again. False when it is not given up any more. */
  revive(centre: string, key: DeliveryKey, now: number): Promise<boolean>
}

/** Deliveries are kept for three months, given up or not. */
const keepMs = 92 * 86_400_000

const keyOf = (centre: string, citizen: string, message: string): DeliveryKey => ({ pk: boxKey(centre, { citizen }), sk: `wechat#${message}` })

/** Place in a list: an instant, and what tells those of one instant apart without naming anybody. */
const orderOf = (instantMs: number, { pk, sk }: DeliveryKey) => `${isoInstant(instantMs)}#${sha256(`${pk} ${sk}`).slice(0, 20)}`

const listOf = (centre: string, state: 'due' | 'dead') => `${centre}#${state}`

/** Access to the deliveries. */
export function createDeliveryStore(client: DynamoDBDocumentClient, table: string): DeliveryStore {
  async function list(centre: string, state: 'due' | 'dead', condition: string, values: Record<string, string>, Limit: number): Promise<ListedDelivery[]> {
    const { Items = [] } = await client.send(new QueryCommand({
      TableName: table, IndexName: 'byDelivery', Limit, ScanIndexForward: state === 'due', KeyConditionExpression: `deliveryKey = :list${condition}`,
      ExpressionAttributeValues: { ':list': listOf(centre, state), ...values },
    }))
    return Items.map((item) => v.parse(listed, item))
  }

  /** Changes one that is in state `:was`; none when it is not, or was deleted. */
  async function change(Key: DeliveryKey, expression: string, values: Record<string, unknown>, condition = ''): Promise<Delivery | undefined> {
    try {
      const { Attributes } = await client.send(new UpdateCommand({
        TableName: table, Key: { pk: Key.pk, sk: Key.sk }, UpdateExpression: expression, ConditionExpression: `#state = :was${condition}`, ReturnValues: 'ALL_NEW',
        ExpressionAttributeNames: { '#state': 'state' }, ExpressionAttributeValues: values,
      }))
      return v.parse(stored, Attributes)
    } catch (error) {
      if (conditionFailed(error)) return undefined
      throw error
    }
  }

  return {
    put({ message, at, ...it }, nextAttemptAt) {
      const key = keyOf(it.centre, it.citizen, message)
      const due = { state: 'due', nextAttemptAt: isoInstant(nextAttemptAt), deliveryKey: listOf(it.centre, 'due'), deliveryOrder: orderOf(nextAttemptAt, key) }
      return { Put: { TableName: table, Item: { ...key, ...it, ...due, attempts: 0, ttl: ttlAt(Date.parse(at) + keepMs) } } }
    },
    due: (centre, now, limit) => list(centre, 'due', ' AND deliveryOrder <= :now', { ':now': `${isoInstant(now)}~` }, limit),
    claim: (key, attempts, nextAttemptAt) => change(
      key, 'SET attempts = :next, nextAttemptAt = :at, deliveryOrder = :order',
      { ':was': 'due', ':attempts': attempts, ':next': attempts + 1, ':at': isoInstant(nextAttemptAt), ':order': orderOf(nextAttemptAt, key) }, ' AND attempts = :attempts',
    ),
    async finish(key, state) {
      await change(key, 'SET #state = :state REMOVE deliveryKey, deliveryOrder, nextAttemptAt', { ':was': 'due', ':state': state })
    },
    async giveUp(it, errcode, now) {
      await change(it, 'SET #state = :dead, errcode = :errcode, deliveryKey = :list, deliveryOrder = :order REMOVE nextAttemptAt', {
        ':was': 'due', ':dead': 'dead', ':errcode': errcode, ':list': listOf(it.centre, 'dead'), ':order': orderOf(now, it),
      })
    },
    dead(centre, { before, id, limit }) {
      if (id) return list(centre, 'dead', ' AND deliveryOrder = :id', { ':id': id }, 1)
      return list(centre, 'dead', before ? ' AND deliveryOrder < :before' : '', before ? { ':before': before } : {}, limit)
    },
    async revive(centre, key, now) {
      const revived = await change(key, 'SET #state = :due, attempts = :none, nextAttemptAt = :at, deliveryKey = :list, deliveryOrder = :order', {
        ':was': 'dead', ':due': 'due', ':none': 0, ':at': isoInstant(now), ':list': listOf(centre, 'due'), ':order': orderOf(now, key),
      })
      return revived !== undefined
    },
  }
}
