import { gunzipSync, gzipSync } from 'node:zlib'
import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { word as wordSchema, wordsPublication, type Word, type WordsPublication } from '@shared/words/word'
import { guardedTransaction } from '../platform/dynamo'
import { everyItem, writeAll } from '../platform/bulk'

const headRecord = v.object({ draft: v.number(), published: v.optional(v.number(), 0), publishedDraft: v.optional(v.number(), 0) })
/** State of a centre's words: version of the draft, number of the publication, and the draft's version that it was made from. */
export type WordsHead = v.InferOutput<typeof headRecord>

const publicationRecord = v.object({ data: wordsPublication, content: v.string() })
/** A publication with the id under which its words are kept. */
export type StoredPublication = v.InferOutput<typeof publicationRecord>

/** A change of the draft, for the audit. */
export interface WordEvent {
  readonly id: string
  readonly at: string
  readonly byName: string
  readonly action: 'put' | 'remove'
  readonly word: Word
}

/** One golden question (标准问题) as it is kept. */
export interface GoldenRecord {
  readonly question: string
  readonly expected: readonly string[]
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** The centre's words in the items table. */
export interface WordStore {
  head(centre: string): Promise<WordsHead>
  draft(centre: string): Promise<Word[]>
  get(centre: string, id: string): Promise<Word | undefined>
  /** One transaction: the word, its event, the draft's version; `beside` are further writes of it. False when another version is stored. */
  put(centre: string, word: Word, expectedVersion: number, event: WordEvent, beside?: readonly TransactItem[]): Promise<boolean>
  remove(centre: string, expectedVersion: number, event: WordEvent): Promise<boolean>
  /** Many words of the draft at once, not as one act, then a new version of the draft. */
  replace(centre: string, put: readonly Word[], remove: readonly string[]): Promise<number>
  publication(centre: string, number: number): Promise<StoredPublication | undefined>
  publications(centre: string, limit: number): Promise<WordsPublication[]>
  /** Words of a publication. */
  content(centre: string, id: string): Promise<Word[]>
  /** Keeps the words, then one transaction makes them the publication, if draft and publication are still those of `head`. */
  publish(centre: string, head: WordsHead, publication: StoredPublication, words: readonly Word[]): Promise<boolean>
  golden(centre: string): Promise<GoldenRecord[]>
  putGolden(centre: string, questions: readonly GoldenRecord[]): Promise<void>
  /** Ids of proposed aliases that were accepted or declined. */
  decided(centre: string): Promise<Set<string>>
  decision(centre: string, id: string, accepted: boolean, at: string, byName: string): TransactItem
  decide(centre: string, id: string, at: string, byName: string): Promise<void>
}

/** DynamoDB takes 400 KB in a record. */
const chunkBytes = 380_000

/** Access to the words. Keys: docs/data-model.md. */
export function createWordStore(client: DynamoDBDocumentClient, table: string): WordStore {
  const headKey = (centre: string) => ({ pk: centre, sk: 'words' })
  const wordKey = (centre: string, id: string) => ({ pk: `${centre}#words`, sk: id })
  const publicationKey = (centre: string, number: number) => ({ pk: `${centre}#publications`, sk: String(number).padStart(9, '0') })
  const all = (pk: string) => everyItem(client, { TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk }, ConsistentRead: true })
  const nextDraft = (centre: string): TransactItem => ({
    Update: {
      TableName: table, Key: headKey(centre), UpdateExpression: 'SET draft = if_not_exists(draft, :zero) + :one, centre = :centre',
      ExpressionAttributeValues: { ':zero': 0, ':one': 1, ':centre': centre },
    },
  })
  const eventItem = (centre: string, event: WordEvent): TransactItem => ({ Put: { TableName: table, Item: { pk: `${centre}#word-events`, sk: `${event.at}#${event.id}`, ...event } } })
  const versionIs = (expectedVersion: number) => (expectedVersion === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: '#data.#version = :expected', ExpressionAttributeNames: { '#data': 'data', '#version': 'version' }, ExpressionAttributeValues: { ':expected': expectedVersion } })
  const guarded = async (items: TransactItem[]): Promise<boolean> => {
    return guardedTransaction(client, items)
  }
  const chunked = (pk: string, bytes: Uint8Array) => Array.from({ length: Math.max(1, Math.ceil(bytes.byteLength / chunkBytes)) }, (_, n) =>
    ({ put: { pk, sk: String(n).padStart(4, '0'), bytes: bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes) } }))
  const decision = (centre: string, id: string, accepted: boolean, at: string, byName: string): TransactItem =>
    ({ Put: { TableName: table, Item: { pk: `${centre}#alias-decisions`, sk: id, accepted, at, byName } } })
  return {
    async head(centre) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: headKey(centre), ConsistentRead: true }))
      return v.parse(headRecord, Item ?? { draft: 0 })
    },
    draft: async (centre) => (await all(`${centre}#words`)).map(({ data }) => v.parse(wordSchema, data)),
    async get(centre, id) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: wordKey(centre, id), ConsistentRead: true }))
      return Item ? v.parse(wordSchema, Item.data) : undefined
    },
    put: (centre, word, expectedVersion, event, beside = []) => guarded([
      { Put: { TableName: table, Item: { ...wordKey(centre, word.id), data: word }, ...versionIs(expectedVersion) } },
      nextDraft(centre), eventItem(centre, event), ...beside,
    ]),
    remove: (centre, expectedVersion, event) => guarded([
      { Delete: { TableName: table, Key: wordKey(centre, event.word.id), ...versionIs(expectedVersion) } },
      nextDraft(centre), eventItem(centre, event),
    ]),
    async replace(centre, put, remove) {
      await writeAll(client, table, [...put.map((word) => ({ put: { ...wordKey(centre, word.id), data: word } })), ...remove.map((id) => ({ remove: wordKey(centre, id) }))])
      await client.send(new TransactWriteCommand({ TransactItems: [nextDraft(centre)] }))
      return (await this.head(centre)).draft
    },
    async publication(centre, number) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: publicationKey(centre, number), ConsistentRead: true }))
      return Item ? v.parse(publicationRecord, Item) : undefined
    },
    async publications(centre, limit) {
      const { Items = [] } = await client.send(new QueryCommand({
        TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': publicationKey(centre, 0).pk }, ScanIndexForward: false, Limit: limit,
      }))
      return Items.map((found) => v.parse(publicationRecord, found).data)
    },
    async content(centre, id) {
      const packed = Buffer.concat((await all(`${centre}#publication#${id}`)).map(({ bytes }) => bytes as Uint8Array))
      return v.parse(v.array(wordSchema), JSON.parse(gunzipSync(packed).toString('utf8')))
    },
    async publish(centre, head, publication, words) {
      await writeAll(client, table, chunked(`${centre}#publication#${publication.content}`, gzipSync(JSON.stringify(words))))
      return guarded([
        {
          Update: {
            TableName: table, Key: headKey(centre),
            UpdateExpression: 'SET published = :number, publishedDraft = :draft, centre = :centre',
            ConditionExpression: `draft = :draft AND ${head.published === 0 ? 'attribute_not_exists(published)' : 'published = :former'}`,
            ExpressionAttributeValues: { ':number': publication.data.number, ':draft': head.draft, ':centre': centre, ...(head.published === 0 ? {} : { ':former': head.published }) },
          },
        },
        { Put: { TableName: table, Item: { ...publicationKey(centre, publication.data.number), ...publication } } },
      ])
    },
    async golden(centre) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: centre, sk: 'golden' } }))
      return Item ? (JSON.parse(gunzipSync(Item.bytes as Uint8Array).toString('utf8')) as GoldenRecord[]) : []
    },
    async putGolden(centre, questions) {
      await client.send(new PutCommand({ TableName: table, Item: { pk: centre, sk: 'golden', bytes: gzipSync(JSON.stringify(questions)) } }))
    },
    decided: async (centre) => new Set((await all(`${centre}#alias-decisions`)).map(({ sk }) => String(sk))),
    decision,
    async decide(centre, id, at, byName) {
      await client.send(new TransactWriteCommand({ TransactItems: [decision(centre, id, false, at, byName)] }))
    },
  }
}
