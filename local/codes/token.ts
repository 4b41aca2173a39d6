import * as v from 'valibot'
import { callWechat, type Fetch } from '../../functions/platform/wechat/call'
import type { AccessToken } from '../../functions/platform/wechat/token'

/** An access token for one run of a tool, beside the Lambdas' own: `stable_token`, not forced, gives both the same one. */
export function tokenForOneRun({ url, appid, secret, send = fetch }: { url: string; appid: string; secret: string; send?: Fetch }): AccessToken {
  let token: Promise<string> | undefined
  const renew = async (): Promise<string> => {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    return (await callWechat(send, `${url}/cgi-bin/stable_token`, v.object({ access_token: v.string() }), body)).access_token
  }
  return {
    current: () => (token ??= renew()),
    insteadOf: () => (token = renew()),
  }
}
