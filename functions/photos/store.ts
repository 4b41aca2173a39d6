import { BatchGetCommand, DeleteCommand, GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { PhotoArea, PhotoState } from '@shared/photos/photo'
import { everyItem } from '../platform/bulk'
import { conditionFailed, conditionHeld } from '../platform/dynamo'
import { suggestion, type Suggestion } from '../platform/wechat/client'
import { photoRecord, type PhotoRecord } from './record'

/** One write of a transaction. */
export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const traceRecord = v.object({ photo: v.optional(v.string()), suggest: v.optional(suggestion) })
/** What is known of a check: the photo, and the verdict, in whichever order they come. */
export type TraceRecord = v.InferOutput<typeof traceRecord>

/** The photos table. */
export interface PhotoTable {
  /** A photo that waits to be uploaded and attached; gone after `ttl`. */
  create(photo: PhotoRecord, ttl: number): Promise<void>
  get(centre: string, id: string): Promise<PhotoRecord | undefined>
  getMany(centre: string, ids: readonly string[]): Promise<PhotoRecord[]>
  /** The write by which an uploaded photo becomes part of a complaint; its condition fails when it is no longer its uploader's or attached. */
  attachment(photo: PhotoRecord, complaint: string, state: PhotoState, checkBy: string | undefined): TransactItem
  /** From one of these states to another; false when it is in none of them. */
  move(centre: string, id: string, from: readonly PhotoState[], to: PhotoState, by?: { staff: string; at: string }): Promise<boolean>
  /** Remembers what is known of a check and gives all that is known. */
  trace(centre: string, trace: string, known: TraceRecord, ttl: number): Promise<TraceRecord>
  setTrace(centre: string, id: string, trace: string): Promise<void>
  /** Photos in all centres whose verdict should have come before an instant. */
  overdue(centre: string, before: string): Promise<string[]>
  /** Counts the beginning of an attempt to make a picture, and gives the photo as it is then; undefined when it is gone. */
  countAttempt(centre: string, id: string): Promise<PhotoRecord | undefined>
  /** A picture was made; false when the photo is gone. Attempts begin anew. */
  setVersion(centre: string, id: string, version: number): Promise<boolean>
  /** Asks for a version with these areas black; false when another version than the one before is the newest, or one is being drawn. */
  askBlackouts(centre: string, id: string, version: number, areas: readonly PhotoArea[]): Promise<boolean>
  /** Asks for another round of attempts. */
  askAgain(centre: string, id: string, at: string): Promise<void>
  remove(centre: string, id: string): Promise<void>
}

const keyOf = (centre: string, id: string) => ({ pk: `${centre}#photo#${id}` })

/** Access to the photos table. */
export function createPhotoTable(client: DynamoDBDocumentClient, table: string): PhotoTable {
  /** One update under a condition; undefined when the condition does not hold. */
  async function update(centre: string, id: string, UpdateExpression: string, ConditionExpression: string, values: object): Promise<PhotoRecord | undefined> {
    try {
      const { Attributes } = await client.send(new UpdateCommand({
        TableName: table, Key: keyOf(centre, id), UpdateExpression, ConditionExpression, ExpressionAttributeValues: { ...values }, ReturnValues: 'ALL_NEW',
      }))
      return v.parse(photoRecord, Attributes)
    } catch (error) {
      if (conditionFailed(error)) return undefined
      throw error
    }
  }

  return {
    async create(photo, ttl) {
      await client.send(new PutCommand({ TableName: table, Item: { ...keyOf(photo.centre, photo.id), ...photo, ttl }, ConditionExpression: 'attribute_not_exists(pk)' }))
    },
    async get(centre, id) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(centre, id), ConsistentRead: true }))
      return Item ? v.parse(photoRecord, Item) : undefined
    },
    async getMany(centre, ids) {
      const found: PhotoRecord[] = []
      for (let at = 0; at < ids.length; at += 100) {
        let Keys: Record<string, unknown>[] = [...new Set(ids.slice(at, at + 100))].map((id) => keyOf(centre, id))
        while (Keys.length > 0) {
          const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } } }))
          found.push(...(Responses?.[table] ?? []).map((item) => v.parse(photoRecord, item)))
          Keys = UnprocessedKeys?.[table]?.Keys ?? []
        }
      }
      return found
    },
    attachment(photo, complaint, state, checkBy) {
      return {
        Update: {
          TableName: table, Key: keyOf(photo.centre, photo.id),
          UpdateExpression: `SET #state = :state, complaint = :complaint${checkBy ? ', checkBy = :checkBy, checkKey = :checkKey' : ''} REMOVE #ttl`,
          ConditionExpression: '#uploader = :uploader AND #state IN (:waiting, :uploaded)',
          ExpressionAttributeNames: { '#state': 'state', '#ttl': 'ttl', '#uploader': photo.citizen ? 'citizen' : 'staff' },
          ExpressionAttributeValues: {
            ':state': state, ':complaint': complaint, ':uploader': photo.citizen ?? photo.staff, ':waiting': 'waiting', ':uploaded': 'uploaded',
            ...(checkBy ? { ':checkBy': checkBy, ':checkKey': photo.centre } : {}),
          },
        },
      }
    },
    async move(centre, id, from, to, by) {
      return conditionHeld(client.send(new UpdateCommand({
        TableName: table, Key: keyOf(centre, id),
        UpdateExpression: `SET #state = :to${by ? ', judgedBy = :staff, judgedAt = :at' : ''} REMOVE checkKey, checkBy`,
        ConditionExpression: `#state IN (${from.map((_, index) => `:from${index}`).join(', ')})`,
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':to': to, ...Object.fromEntries(from.map((state, index) => [`:from${index}`, state])), ...(by ? { ':staff': by.staff, ':at': by.at } : {}),
        },
      })))
    },
    async trace(centre, trace, known: { photo?: string; suggest?: Suggestion }, ttl) {
      const sets = Object.entries(known)
      const { Attributes } = await client.send(new UpdateCommand({
        TableName: table, Key: { pk: `${centre}#trace#${trace}` },
        UpdateExpression: `SET #ttl = :ttl, ${sets.map(([name]) => `${name} = :${name}`).join(', ')}`,
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':ttl': ttl, ...Object.fromEntries(sets.map(([name, value]) => [`:${name}`, value])) },
        ReturnValues: 'ALL_NEW',
      }))
      return v.parse(traceRecord, Attributes)
    },
    async setTrace(centre, id, trace) {
      await client.send(new UpdateCommand({
        TableName: table, Key: keyOf(centre, id), UpdateExpression: 'SET trace = :trace', ConditionExpression: 'attribute_exists(pk)', ExpressionAttributeValues: { ':trace': trace },
      }))
    },
    async overdue(centre, before) {
      const rows = await everyItem(client, {
        TableName: table, IndexName: 'byCheck', KeyConditionExpression: 'checkKey = :centre AND checkBy < :before', ExpressionAttributeValues: { ':centre': centre, ':before': before },
      })
      return rows.map(({ pk }) => v.parse(v.string(), pk).split('#')[2] ?? '')
    },
    countAttempt: (centre, id) => update(centre, id, 'ADD attempts :one', 'attribute_exists(pk)', { ':one': 1 }),
    async setVersion(centre, id, version) {
      const before = version === 0 ? 'attribute_not_exists(version)' : 'version < :version'
      return (await update(centre, id, 'SET version = :version REMOVE attempts', `attribute_exists(pk) AND ${before}`, { ':version': version })) !== undefined
    },
    async askBlackouts(centre, id, version, areas) {
      const nothingAsked = 'attribute_not_exists(blackouts) OR blackouts.version = :before'
      const asked = { ':before': version - 1, ':blackouts': { version, areas } }
      return (await update(centre, id, 'SET blackouts = :blackouts REMOVE attempts', `version = :before AND (${nothingAsked})`, asked)) !== undefined
    },
    async askAgain(centre, id, at) {
      await update(centre, id, 'SET askedAgain = :at REMOVE attempts', 'attribute_exists(pk)', { ':at': at })
    },
    async remove(centre, id) {
      await client.send(new DeleteCommand({ TableName: table, Key: keyOf(centre, id) }))
    },
  }
}
