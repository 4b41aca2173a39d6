import { ServiceError } from '@shared/errors/service-error'
import { replyOccasions, type Reply, type ReplyVersion } from '@shared/replies/reply'
import type { Editor } from '../items/service'
import { isoInstant, type Clock } from '../platform/clock'
import type { ReplyStore } from './store'

/** Use cases of the official account's replies. */
export interface ReplyService {
  /** The replies in force, remembered for a minute; none when the centre has written none. */
  inForce(centre: string): Promise<readonly Reply[]>
  list(centre: string): Promise<{ number: number; replies: Reply[] }>
  /** @throws ServiceError `version-conflict` */
  put(by: Editor, expectedNumber: number, replies: readonly Reply[], note: string): Promise<ReplyVersion>
  history(centre: string): Promise<ReplyVersion[]>
  /** Puts back what was in force before version `number`. @throws ServiceError `not-found`, `version-conflict` */
  undo(by: Editor, number: number, expectedNumber: number): Promise<ReplyVersion>
  /** Writes a centre's first replies; does nothing when it has any. */
  begin(by: Editor, replies: readonly Reply[]): Promise<boolean>
}

const keepMs = 60_000
const historyLength = 50

/** How staff know a reply: its first keyword, or its occasion. */
const nameOf = ({ occasion, keywords }: Reply) => (occasion === 'keyword' ? keywords[0] ?? '' : replyOccasions[occasion])

/** Names of the replies that differ between two versions. */
function changedNames(before: readonly Reply[], after: readonly Reply[]): string[] {
  const texts = (list: readonly Reply[]) => new Map(list.map((it) => [it.id, it]))
  const [old, now] = [texts(before), texts(after)]
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter((id) => JSON.stringify(old.get(id)) !== JSON.stringify(now.get(id)))
  return changed.map((id) => nameOf((now.get(id) ?? old.get(id))!))
}

/** The replies' use cases over a store. */
export function createReplyService(store: ReplyStore, now: Clock): ReplyService {
  const remembered = new Map<string, { replies: readonly Reply[]; until: number }>()
  const write = async (by: Editor, expectedNumber: number, replies: readonly Reply[], note: string): Promise<ReplyVersion> => {
    const current = await store.current(by.centre)
    const version: ReplyVersion = {
      number: expectedNumber + 1, at: isoInstant(now()), byName: by.name, note, replies: replies.length, changed: changedNames(current?.replies ?? [], replies),
    }
    if ((current?.version.number ?? 0) !== expectedNumber || !(await store.put(by.centre, { version, replies }))) {
      throw new ServiceError('version-conflict', { currentVersion: (await store.current(by.centre))?.version.number ?? 0 })
    }
    remembered.delete(by.centre)
    return version
  }
  return {
    async inForce(centre) {
      const known = remembered.get(centre)
      if (known && known.until > now()) return known.replies
      const replies = (await store.current(centre))?.replies ?? []
      remembered.set(centre, { replies, until: now() + keepMs })
      return replies
    },
    async list(centre) {
      const current = await store.current(centre)
      return { number: current?.version.number ?? 0, replies: [...(current?.replies ?? [])] }
    },
    put: write,
    history: (centre) => store.versions(centre, historyLength),
    async undo(by, number, expectedNumber) {
      if (!(await store.at(by.centre, number))) throw new ServiceError('not-found')
      const before = number > 1 ? await store.at(by.centre, number - 1) : undefined
      return write(by, expectedNumber, before?.replies ?? [], `撤销第 ${number} 次修改`)
    },
    async begin(by, replies) {
      if (await store.current(by.centre)) return false
      await write(by, 0, replies, '初始内容')
      return true
    },
  }
}
