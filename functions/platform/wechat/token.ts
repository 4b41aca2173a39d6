import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Clock } from '../clock'
import { conditionFailed, ttlAt } from '../dynamo'
import type { Log } from '../log'
import { callWechat, type Fetch } from './call'

const stored = v.object({ token: v.string(), until: v.number(), fetchedAt: v.number() })
type Stored = v.InferOutput<typeof stored>

/** Access tokens of one mini-program, cached for all Lambdas. */
export interface AccessToken {
  /** A token that holds for some minutes at least. */
  current(): Promise<string>
  /** Another token than `bad`, which WeChat refused (40001, 42001). */
  insteadOf(bad: string): Promise<string>
}

/** A token is renewed this long before its end: in the last 5 minutes WeChat accepts old and new. */
const marginMs = 5 * 60_000

/** The access token by `stable_token`, never forced; kept in DynamoDB, written only over an older one. */
export function createAccessToken(deps: {
  client: DynamoDBDocumentClient; table: string; now: Clock; log: Log; send: Fetch; url: string; appid: string; secret: string
}): AccessToken {
  const { client, table, now, log, send, url, appid, secret } = deps
  const key = { pk: `wechat#${appid}#token` }
  let remembered: Stored | undefined

  async function load(): Promise<Stored | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))
    return Item ? v.parse(stored, Item) : undefined
  }

  async function renew(): Promise<Stored> {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const answer = await callWechat(send, `${url}/cgi-bin/stable_token`, v.object({ access_token: v.string(), expires_in: v.number() }), body)
    const fresh: Stored = { token: answer.access_token, until: now() + answer.expires_in * 1000, fetchedAt: now() }
    log.info('WECHAT_TOKEN', { seconds: answer.expires_in })
    try {
      await client.send(new PutCommand({
        TableName: table,
        Item: { ...key, ...fresh, ttl: ttlAt(fresh.until) },
        ConditionExpression: 'attribute_not_exists(pk) OR fetchedAt < :at',
        ExpressionAttributeValues: { ':at': fresh.fetchedAt },
      }))
    } catch (error) {
      // Another Lambda has just stored a newer one; ours holds as well.
      if (!conditionFailed(error)) throw error
    }
    return fresh
  }

  const usable = (it: Stored | undefined, bad?: string): it is Stored => it !== undefined && it.until - marginMs > now() && it.token !== bad

  async function get(bad?: string): Promise<string> {
    if (!usable(remembered, bad)) {
      const kept = await load()
      remembered = usable(kept, bad) ? kept : await renew()
    }
    return remembered.token
  }

  return { current: () => get(), insteadOf: (bad) => get(bad) }
}
