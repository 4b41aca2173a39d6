import Taro from '@tarojs/taro'
import type { Call } from '@shared/api/client'
import { routes } from '@shared/api/routes'
import { now } from './clock'
import { centre, signInKind } from './config'
import { randomKey } from './random'
import { citizenSessionRecord, deviceKeyRecord } from './session-records'
import { read, remove, write } from './storage'

/** A session is renewed this long before it ends, so that it does not end on the way. */
const margin = 60_000

/** The sign-in under way: requests that start together share it. */
let signingIn: Promise<string> | undefined

async function deviceKey(): Promise<string> {
  const kept = read(deviceKeyRecord)
  if (kept) return kept
  const made = await randomKey()
  write(deviceKeyRecord, made)
  return made
}

async function signIn(call: Call): Promise<string> {
  const params = { centre }
  const session = signInKind === 'wechat'
    ? await call(routes.accounts.wechatSignIn, { params, body: { code: (await Taro.login()).code } })
    : await call(routes.accounts.deviceSignIn, { params, body: { deviceKey: await deviceKey() } })
  write(citizenSessionRecord, session)
  return session.token
}

/** The token kept from an earlier sign-in, while it holds. */
function keptToken(): string | undefined {
  const session = read(citizenSessionRecord)
  return session && Date.parse(session.expiresAt) - margin > now() ? session.token : undefined
}

/** Whether this device has ever signed in as a citizen (in WeChat one always can, without asking). */
export function hasAccount(): boolean {
  return signInKind === 'wechat' || read(deviceKeyRecord) !== ''
}

/** The citizen's token; signs in without asking when there is none. `call` is the client for public routes. Rejects with `ServiceError`. */
export function citizenToken(call: Call): Promise<string> {
  const kept = keptToken()
  if (kept) return Promise.resolve(kept)
  signingIn ??= signIn(call).finally(() => {
    signingIn = undefined
  })
  return signingIn
}

/** Forgets a token that the server refused; a newer one stays. */
export function forgetToken(token: string): void {
  if (read(citizenSessionRecord)?.token === token) remove(citizenSessionRecord)
}

/** Forgets who this is, for good: the next sign-in in a browser is a new citizen. */
export function forgetCitizen(): void {
  remove(citizenSessionRecord)
  remove(deviceKeyRecord)
}
