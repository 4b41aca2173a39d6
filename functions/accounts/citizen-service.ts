import type { CitizenAccount, CitizenSession, Consent } from '@shared/accounts/accounts'
import { ServiceError } from '@shared/errors/service-error'
import type { TransactItem } from '../photos/service'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import { newId, sha256 } from '../platform/ids'
import { WechatError } from '../platform/wechat/call'
import type { Wechat } from '../platform/wechat/client'
import type { CitizenStore } from './citizen-store'
import type { CitizenRecord } from './record'

/** Sign-in of citizens. */
export interface CitizenService {
  /** @throws ServiceError `not-allowed` where configuration does not allow it, `wechat-…` */
  signInWithWechat(centre: string, code: string): Promise<CitizenSession>
  /** @throws ServiceError `not-allowed` where configuration does not allow it */
  signInWithDevice(centre: string, deviceKey: string): Promise<CitizenSession>
  /** WeChat's id of a citizen, if they signed in with WeChat. */
  openidOf(centre: string, id: string): Promise<string | undefined>
  /** A condition for a transaction: the citizen has not been deleted. */
  stillThere(centre: string, id: string): TransactItem
  /** Records an answer to the privacy guide. @throws ServiceError `not-found`, `too-many-requests` */
  consent(centre: string, id: string, answer: Pick<Consent, 'version' | 'agreed'>): Promise<void>
  consents(centre: string, id: string): Promise<readonly Consent[]>
  /** The number for a code of WeChat's button; kept nowhere. @throws ServiceError `invalid-request`, `wechat-busy` */
  phoneNumber(code: string): Promise<string>
  remove(centre: string, id: string): Promise<void>
}

/** Answers to the guide that one citizen may give in a day. */
const consentsADay = 20

const shown = ({ id, kind, createdAt }: CitizenRecord): CitizenAccount => ({ id, kind, createdAt })

/** The registry's error for WeChat's. */
function signInError(error: unknown): ServiceError {
  const code = error instanceof WechatError ? error.errcode : undefined
  if (code === undefined) throw error
  return new ServiceError(code === 40029 ? 'wechat-code-invalid' : code === 40226 ? 'wechat-blocked' : 'wechat-busy')
}

/** The citizens' use cases. */
export function createCitizenService({ core, store, wechat }: { core: Core; store: CitizenStore; wechat: Wechat }): CitizenService {
  const { config, now, random, sessions, log, limit } = core

  async function signIn(centre: string, kind: CitizenRecord['kind'], identity: string, openid?: string): Promise<CitizenSession> {
    let citizen = await store.byIdentity(centre, identity)
    if (!citizen) {
      const fresh: CitizenRecord = { centre, id: newId(random), kind, createdAt: isoInstant(now()), identity, consents: [], ...(openid ? { openid } : {}) }
      citizen = (await store.create(fresh)) ? fresh : await store.byIdentity(centre, identity)
      if (!citizen) throw new ServiceError('unavailable')
    }
    const session = await sessions.begin({ centre, kind: 'citizen', account: citizen.id, epoch: 0 })
    return { ...session, citizen: shown(citizen) }
  }

  return {
    async signInWithWechat(centre, code) {
      if (config.citizenSignIn === 'device') throw new ServiceError('not-allowed')
      const openid = await wechat.openidOf(code).catch((error: unknown) => {
        log.warn('WECHAT_ERROR', { errcode: error instanceof WechatError ? error.errcode : -2 })
        throw signInError(error)
      })
      return signIn(centre, 'wechat', sha256(`wechat:${openid}`), openid)
    },
    async signInWithDevice(centre, deviceKey) {
      if (config.citizenSignIn === 'wechat') throw new ServiceError('not-allowed')
      return signIn(centre, 'device', sha256(`device:${deviceKey}`))
    },
    async openidOf(centre, id) {
      return (await store.get(centre, id))?.openid
    },
    stillThere: (centre, id) => store.stillThere(centre, id),
    async consent(centre, id, answer) {
      await limit(`${centre}#consents#${id}`, consentsADay, 86_400)
      if (!(await store.addConsent(centre, id, { ...answer, at: isoInstant(now()) }))) throw new ServiceError('not-found')
    },
    async consents(centre, id) {
      return (await store.get(centre, id))?.consents ?? []
    },
    async phoneNumber(code) {
      try {
        return await wechat.phoneOf(code)
      } catch (error) {
        if (!(error instanceof WechatError)) throw error
        log.warn('WECHAT_ERROR', { errcode: error.errcode })
        if (error.errcode === 40029) throw new ServiceError('invalid-request', { fields: { code: '请再点一次，或直接填写电话' } })
        throw new ServiceError('wechat-busy')
      }
    },
    async remove(centre, id) {
      const citizen = await store.get(centre, id)
      if (citizen) await store.remove(citizen)
    },
  }
}
