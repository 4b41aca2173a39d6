import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { createLearner, learn, unlearned, type LearnedLabel, type Learner } from '@shared/complaints/learned'
import type { Clock } from '../platform/clock'
import { failedConditions, patiently } from '../platform/dynamo'
import { learnedKey, learnedMarkKey } from './keys'
import type { EventRecord, Whole } from './record'

/** What a centre's decided cases have taught: by office and by kind. */
export interface LearnedModel {
  readonly offices: Learner
  readonly kinds: Learner
}

/** Learning from cases that were answered. */
export interface Learning {
  /** What was learned so far, remembered for a minute. */
  model(centre: string): Promise<LearnedModel>
  /** Learns from a case when an event answers it; the same case is learned once, however often the event comes. */
  learnFrom(event: EventRecord, get: (centre: string, id: string) => Promise<Whole | undefined>): Promise<void>
}

const learnedRecord = v.object({ axis: v.picklist(['office', 'kind']), label: v.string(), cases: v.number(), pairs: v.record(v.string(), v.number()), version: v.number() })
type LearnedRecord = v.InferOutput<typeof learnedRecord>

const keepMs = 60_000
/** From so many cases of a label on, one in ten is learned: more would cost writes and teach little. */
const oneInTenFrom = 1_000
const attempts = 6

/** Whether a case is among those that are learned when only one in ten is; by its id, so that it is the same each time. */
const isChosen = (id: string) => [...id].reduce((sum, it) => (sum * 31 + it.charCodeAt(0)) % 1_000_003, 7) % 10 === 0

/** Learning over the complaints table: a record a label, each with the pairs of characters of its cases. */
export function createLearning(client: DynamoDBDocumentClient, table: string, now: Clock): Learning {
  const models = new Map<string, { value: LearnedModel; until: number }>()

  async function all(centre: string): Promise<LearnedRecord[]> {
    const found: LearnedRecord[] = []
    let ExclusiveStartKey: Record<string, unknown> | undefined
    do {
      const page = await client.send(new QueryCommand({ TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': learnedKey(centre, 'kind', '').pk }, ExclusiveStartKey }))
      found.push(...(page.Items ?? []).map((row) => v.parse(learnedRecord, row)))
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
    return found
  }

  async function one(centre: string, axis: LearnedRecord['axis'], label: string): Promise<LearnedLabel & { readonly version: number }> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: learnedKey(centre, axis, label), ConsistentRead: true }))
    return Item ? v.parse(learnedRecord, Item) : { ...unlearned(label), version: 0 }
  }

  const put = (centre: string, axis: LearnedRecord['axis'], before: { version: number }, after: LearnedLabel) => ({
    Put: {
      TableName: table, Item: { ...learnedKey(centre, axis, after.label), axis, ...after, version: before.version + 1 },
      ...(before.version === 0 ? { ConditionExpression: 'attribute_not_exists(pk)' } : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before.version } }),
    },
  })

  return {
    async model(centre) {
      const kept = models.get(centre)
      if (kept && kept.until > now()) return kept.value
      const records = await all(centre)
      const of = (axis: LearnedRecord['axis']) => createLearner(records.filter((it) => it.axis === axis))
      const value = { offices: of('office'), kinds: of('kind') }
      models.set(centre, { value, until: now() + keepMs })
      return value
    },
    async learnFrom(event, get) {
      if (event.action !== 'answer') return
      const { centre, complaint: id } = event
      const complaint = (await get(centre, id))?.complaint
      if (!complaint?.office) return
      for (let attempt = 0; attempt < attempts; attempt++) {
        const office = await one(centre, 'office', complaint.office)
        if (office.cases >= oneInTenFrom && !isChosen(id)) return
        const kind = await one(centre, 'kind', complaint.kind)
        try {
          await patiently(() => client.send(new TransactWriteCommand({
            TransactItems: [
              { Put: { TableName: table, Item: { ...learnedMarkKey(centre, id), at: event.at }, ConditionExpression: 'attribute_not_exists(pk)' } },
              put(centre, 'office', office, learn({ label: office.label, cases: office.cases, pairs: office.pairs }, [complaint.text])),
              put(centre, 'kind', kind, learn({ label: kind.label, cases: kind.cases, pairs: kind.pairs }, [complaint.text])),
            ],
          })))
          return
        } catch (error) {
          const failed = failedConditions(error)
          if (failed?.[0]) return
          // Another case of the same office was learned in between: once more with what is there now.
          if (!failed || attempt === attempts - 1) throw error
        }
      }
    },
  }
}
