import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { isoInstant, type Clock } from './clock'
import { ttlAt } from './dynamo'
import { newSecret, sha256, type Randomness } from './ids'

const record = v.object({
  centre: v.string(),
  kind: v.picklist(['citizen', 'staff']),
  account: v.string(),
  /** The account's epoch when the session began: an account that moves on to the next epoch ends its sessions at once. */
  epoch: v.number(),
  expiresAt: v.string(),
})
/** A session, as it is stored. */
export type Session = v.InferOutput<typeof record>

/** How long a session lasts, ms: a citizen's 30 days, staff's one working day. */
const sessionLength = { citizen: 30 * 86_400_000, staff: 12 * 3_600_000 } as const

/** Sessions: opaque random tokens, stored only as hashes. A token begins with its centre, so that its key does too. */
export interface Sessions {
  begin(of: { centre: string; kind: Session['kind']; account: string; epoch: number }): Promise<{ token: string; expiresAt: string }>
  /** The session of a token, if there is one and its time is not up. */
  find(token: string): Promise<Session | undefined>
  end(token: string): Promise<void>
}

const keyOf = (token: string) => `${token.slice(0, 6)}#${sha256(token)}`

/** Sessions in their table. */
export function createSessions(client: DynamoDBDocumentClient, table: string, now: Clock, random: Randomness): Sessions {
  return {
    async begin({ centre, kind, account, epoch }) {
      const token = `${centre}.${newSecret(random)}`
      const end = now() + sessionLength[kind]
      const session: Session = { centre, kind, account, epoch, expiresAt: isoInstant(end) }
      await client.send(new PutCommand({ TableName: table, Item: { pk: keyOf(token), ...session, ttl: ttlAt(end) } }))
      return { token, expiresAt: session.expiresAt }
    },
    async find(token) {
      if (!/^\d{6}\.[A-Za-z0-9_-]{43}$/.test(token)) return undefined
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk: keyOf(token) }, ConsistentRead: true }))
      if (!Item) return undefined
      const session = v.parse(record, Item)
      return Date.parse(session.expiresAt) > now() ? session : undefined
    },
    async end(token) {
      await client.send(new DeleteCommand({ TableName: table, Key: { pk: keyOf(token) } }))
    },
  }
}
