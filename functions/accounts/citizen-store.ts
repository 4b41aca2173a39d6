import { GetCommand, TransactWriteCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Consent } from '@shared/accounts/accounts'
import type { TransactItem } from '../photos/service'
import { conditionHeld, guardedTransaction, patiently } from '../platform/dynamo'
import { citizenRecord, type CitizenRecord } from './record'

/** Citizens in the accounts table, each with a record that leads from the sign-in's identity to it. */
export interface CitizenStore {
  get(centre: string, id: string): Promise<CitizenRecord | undefined>
  byIdentity(centre: string, identity: string): Promise<CitizenRecord | undefined>
  /** False when the identity has an account by now. */
  create(citizen: CitizenRecord): Promise<boolean>
  /** False when there is no such citizen any more. */
  addConsent(centre: string, id: string, it: Consent): Promise<boolean>
  /** A condition for a transaction: the citizen is there. */
  stillThere(centre: string, id: string): TransactItem
  remove(citizen: CitizenRecord): Promise<void>
}

const citizenKey = (centre: string, id: string) => ({ pk: `${centre}#citizen#${id}`, sk: 'citizen' })
const identityKey = (centre: string, identity: string) => ({ pk: `${centre}#identity#${identity}`, sk: 'identity' })

/** Access to the citizens. */
export function createCitizenStore(client: DynamoDBDocumentClient, table: string): CitizenStore {
  async function get(centre: string, id: string): Promise<CitizenRecord | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: citizenKey(centre, id), ConsistentRead: true }))
    return Item ? v.parse(citizenRecord, Item) : undefined
  }
  return {
    get,
    async byIdentity(centre, identity) {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: identityKey(centre, identity), ConsistentRead: true }))
      return Item ? get(centre, v.parse(v.string(), Item.citizen)) : undefined
    },
    async create(citizen) {
      const put = (Item: object) => ({ Put: { TableName: table, Item: { ...Item }, ConditionExpression: 'attribute_not_exists(pk)' } })
      const items = [
        put({ ...identityKey(citizen.centre, citizen.identity), citizen: citizen.id }),
        put({ ...citizenKey(citizen.centre, citizen.id), ...citizen }),
      ]
      return guardedTransaction(client, items)
    },
    async addConsent(centre, id, it) {
      return conditionHeld(client.send(new UpdateCommand({
        TableName: table, Key: citizenKey(centre, id), ConditionExpression: 'attribute_exists(pk)',
        UpdateExpression: 'SET consents = list_append(if_not_exists(consents, :none), :one)', ExpressionAttributeValues: { ':none': [], ':one': [it] },
      })))
    },
    stillThere: (centre, id) => ({ ConditionCheck: { TableName: table, Key: citizenKey(centre, id), ConditionExpression: 'attribute_exists(pk)' } }),
    async remove(citizen) {
      const keys = [identityKey(citizen.centre, citizen.identity), citizenKey(citizen.centre, citizen.id)]
      await patiently(() => client.send(new TransactWriteCommand({ TransactItems: keys.map((Key) => ({ Delete: { TableName: table, Key } })) })))
    },
  }
}
