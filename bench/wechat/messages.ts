import { localWeChat } from '../../local/environment'
import { personSays, signedQuery } from '../../tests/backend/wechat-message'

/** Path of the callback with a signed query, and the message: a new one each time, each from somebody else. */
export function messageOf(centre: string, content: string, number: number): { path: string; query: Record<string, string>; body: string } {
  const query = signedQuery(localWeChat.callbackToken, Date.now())
  return { path: `/api/v1/wechat/${centre}`, query, body: personSays({ content, to: localWeChat.account, from: `openid-${number}`, id: `${Date.now()}${number}` }) }
}
