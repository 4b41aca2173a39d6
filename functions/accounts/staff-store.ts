import { GetCommand, QueryCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { conditionFailed, guardedTransaction } from '../platform/dynamo'
import type { AuditWrite } from '../audit/service'
import { staffRecord, type StaffRecord } from './record'

/** What a guarded write may set of a staff account. */
export type StaffChange = Partial<Pick<StaffRecord, 'name' | 'role' | 'disabled' | 'mustChangePassword' | 'password'>> & {
  /** `null` takes the office away. */
  readonly office?: string | null
  readonly endSessions?: boolean
  readonly unlock?: boolean
}

/** Staff accounts in the accounts table: one partition a centre, some dozens of records. */
export interface StaffStore {
  get(centre: string, id: string): Promise<StaffRecord | undefined>
  byUsername(centre: string, username: string): Promise<StaffRecord | undefined>
  list(centre: string): Promise<StaffRecord[]>
  /** False when the user name is taken. */
  create(account: StaffRecord, audit: AuditWrite): Promise<boolean>
  /** Writes with its audit event if the account still has this version; false when it has another. */
  change(account: StaffRecord, change: StaffChange, audit: AuditWrite): Promise<boolean>
  /** Counts an attempt to sign in before the password is looked at; false while the account is locked. */
  countAttempt(account: StaffRecord, most: number, now: string): Promise<boolean>
  lock(account: StaffRecord, until: string): Promise<void>
  clearAttempts(account: StaffRecord): Promise<void>
}

const staffKey = (centre: string, id: string) => ({ pk: `${centre}#staff`, sk: id })
const usernameKey = (centre: string, username: string) => ({ pk: `${centre}#username`, sk: username })

/** Access to the staff accounts. */
export function createStaffStore(client: DynamoDBDocumentClient, table: string): StaffStore {
  async function get(centre: string, id: string): Promise<StaffRecord | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: staffKey(centre, id), ConsistentRead: true }))
    return Item ? v.parse(staffRecord, Item) : undefined
  }

  const update = (account: StaffRecord, UpdateExpression: string, values: object, ConditionExpression?: string) =>
    client.send(new UpdateCommand({
      TableName: table, Key: staffKey(account.centre, account.id), UpdateExpression,
      ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: { ...values } } : {}),
      ...(ConditionExpression ? { ConditionExpression } : {}),
    }))

  return {
    get,
    async byUsername(centre, username) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: usernameKey(centre, username), ConsistentRead: true }))
      return Item ? get(centre, v.parse(v.string(), Item.account)) : undefined
    },
    async list(centre) {
      const { Items = [] } = await client.send(new QueryCommand({ TableName: table, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': `${centre}#staff` } }))
      return Items.map((item) => v.parse(staffRecord, item))
    },
    async create(account, audit) {
      const put = (Item: object) => ({ Put: { TableName: table, Item: { ...Item }, ConditionExpression: 'attribute_not_exists(pk)' } })
      const items = [
        put({ ...usernameKey(account.centre, account.username), account: account.id }),
        put({ ...staffKey(account.centre, account.id), ...account }),
        audit,
      ]
      return guardedTransaction(client, items)
    },
    async change(account, { endSessions, unlock, office, ...fields }, audit) {
      const sets = Object.entries({ ...fields, ...(office ? { office } : {}), ...(unlock ? { failures: 0 } : {}) })
      const removes = [...(office === null ? ['#office'] : []), ...(unlock ? ['#lockedUntil'] : [])]
      const names = Object.fromEntries([...sets.map(([key]) => key), ...removes.map((key) => key.slice(1)), 'version', ...(endSessions ? ['epoch'] : [])].map((key) => [`#${key}`, key]))
      const assignments = [...sets.map(([key]) => `#${key} = :${key}`), '#version = #version + :one', ...(endSessions ? ['#epoch = #epoch + :one'] : [])]
      const write = {
        Update: {
          TableName: table, Key: staffKey(account.centre, account.id),
          UpdateExpression: `SET ${assignments.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
          ConditionExpression: '#version = :expected',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: { ...Object.fromEntries(sets.map(([key, value]) => [`:${key}`, value])), ':one': 1, ':expected': account.version },
        },
      }
      return guardedTransaction(client, [write, audit])
    },
    async countAttempt(account, most, now) {
      try {
        if (account.lockedUntil && account.lockedUntil <= now) {
          await update(account, 'SET failures = :one REMOVE lockedUntil', { ':one': 1, ':until': account.lockedUntil }, 'lockedUntil = :until')
        } else {
          await update(account, 'ADD failures :one', { ':one': 1, ':most': most }, 'failures < :most AND attribute_not_exists(lockedUntil)')
        }
        return true
      } catch (error) {
        if (conditionFailed(error)) return false
        throw error
      }
    },
    async lock(account, until) {
      await update(account, 'SET lockedUntil = :until', { ':until': until })
    },
    async clearAttempts(account) {
      await update(account, 'SET failures = :none REMOVE lockedUntil', { ':none': 0 })
    },
  }
}
