import type { SimilarBody, SimilarCase } from '@shared/complaints/public-case'
import { createSimilarIndex, type SimilarIndex } from '@shared/complaints/similar'
import { citizenState, openStates } from '@shared/complaints/states'
import { cut } from '@shared/text/cut'
import type { Clock } from '../platform/clock'
import { sha256 } from '../platform/ids'
import type { Limit } from '../platform/limits'
import type { ComplaintLists } from './lists'

/** The same thing that others raised in public. */
export interface SimilarCases {
  /** At most three public cases that are like what is being written; from published texts alone. @throws ServiceError `too-many-requests` when an address asks too often */
  find(centre: string, writing: SimilarBody, address: string): Promise<SimilarCase[]>
}

type Published = Awaited<ReturnType<ComplaintLists['published']>>[number]

interface Board {
  readonly until: number
  /** What the index was made of: it is made anew only when this has changed. */
  readonly mark: string
  readonly byId: ReadonlyMap<string, Published>
  readonly index: SimilarIndex
}

const keepMs = 60_000
/** One address is often a whole hall's or a provider's, and who writes asks some ten times. */
const findsAnHour = 600
const pageSize = 200
/** Most public cases that are compared, the newest: more would only find what is long past. */
const most = 5_000
/** An answered case is offered for a year; an open one as long as it is open. */
const answeredForMs = 365 * 86_400_000
const excerptLength = 90

const excerpt = (text: string) => cut(text, excerptLength)

/** The board of a centre is read by key and remembered for a minute; who asks meanwhile gets the former one. */
export function createSimilarCases(lists: Pick<ComplaintLists, 'published'>, now: Clock, limit: Limit): SimilarCases {
  const boards = new Map<string, Promise<Board>>()

  async function read(centre: string, before: Board | undefined): Promise<Board> {
    const found: Published[] = []
    for (let more = true; more && found.length < most; ) {
      const page = await lists.published(centre, found[found.length - 1]?.order, pageSize)
      found.push(...page)
      // A page may be shorter than asked for, for the database ends it at 1 MB.
      more = page.length > 0
    }
    const shown = found.filter((it) => openStates.includes(it.state) || Date.parse(it.publishedAt) > now() - answeredForMs)
    const mark = shown.map(({ id, publishedAt }) => `${id} ${publishedAt}`).join()
    const until = now() + keepMs
    const byId = new Map(shown.map((it) => [it.id, it]))
    if (before?.mark === mark) return { ...before, byId, until }
    const index = createSimilarIndex(shown.map(({ id, question, publishedAt, where }) => ({
      id, text: question, at: Date.parse(publishedAt), ...(where?.item ? { item: where.item } : {}), ...(where?.area ? { area: where.area } : {}),
    })))
    return { until, mark, byId, index }
  }

  async function board(centre: string): Promise<Board> {
    const kept = boards.get(centre)
    const before = await kept?.catch(() => undefined)
    if (before && before.until > now()) return before
    // Whoever came first reads; those who come meanwhile wait for the same answer.
    if (boards.get(centre) !== kept) return boards.get(centre) as Promise<Board>
    const next = read(centre, before)
    boards.set(centre, next)
    next.catch(() => boards.delete(centre))
    return next
  }

  return {
    async find(centre, { text, where }, address) {
      await limit(`${centre}#similar#${sha256(address)}`, findsAnHour, 3600)
      const { index, byId } = await board(centre)
      return index.find({ text, ...(where.item ? { item: where.item } : {}), ...(where.area ? { area: where.area } : {}) }, now()).flatMap(({ id }) => {
        const it = byId.get(id)
        return it ? [{ id, kind: it.kind, state: citizenState(it.state), question: excerpt(it.question), answer: excerpt(it.answer), publishedAt: it.publishedAt, followers: it.followers }] : []
      })
    },
  }
}
