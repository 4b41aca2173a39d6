import { addDays, chinaDay } from '@shared/calendar/calendar'
import type { SearchEvent } from '@shared/items/search-routes'
import { isoInstant, type Clock } from '../../platform/clock'
import { newId, type Randomness } from '../../platform/ids'
import type { Limit } from '../../platform/limits'
import type { PastQuestions } from '../snapshot/build'
export type { QuestionCounts } from './count'
import { addCounts, countEvents, type QuestionCount, type QuestionCounts } from './count'
import { gatherCounts } from './gather'
import type { QuestionStore, Sought } from './store'

/** What was asked: counted by day, kept without small counts. */
export interface QuestionService {
  /** Counts questions and opened results. @throws ServiceError `too-many-requests` */
  count(centre: string, events: readonly SearchEvent[]): Promise<void>
  /** Counts what a service of ours has answered, so no limit holds; what comes in a crowd is written together. */
  countAnswered(centre: string, events: readonly SearchEvent[]): Promise<void>
  /** Writes down what someone sought and did not find. @throws ServiceError `too-many-requests` */
  tell(centre: string, question: string, sought: string): Promise<void>
  /** Keeps yesterday's counts, without the questions that were asked fewer than three times in a week. Does nothing when that is done. */
  closeYesterday(centre: string): Promise<boolean>
  /** Sums of the kept days of the last four weeks. */
  lately(centre: string): Promise<{ since: string; counts: QuestionCounts; sought: Sought[] }>
  /** What is asked most and found, for the search page. */
  popular(centre: string): Promise<{ questions: string[]; since: string }>
  /** Past questions offered as completions, with the last day counted. */
  past(centre: string): Promise<PastQuestions>
}

/** Fewer askings than this in a week are dropped: a rare question may be someone's own story. */
const smallCount = 3
const windowDays = 7
const latelyDays = 28
/** Kept questions of one day: the most asked; a record holds 400 KB. */
const keptQuestions = 1000
const popularQuestions = 12
const pastQuestions = 500
/** Popular questions change once a day and everybody reads them: a process remembers them for this long. */
const popularMs = 5 * 60_000

/** Anybody may send these, so a centre takes only so many requests an hour. */
const eventsAnHour = 20_000
const soughtAnHour = 200

const byCount = (counts: QuestionCounts): [string, QuestionCount][] => [...counts].sort(([a, x], [b, y]) => y.asked - x.asked || (a < b ? -1 : 1))

/** The questions' use cases. */
export function createQuestionService(store: QuestionStore, now: Clock, random: Randomness, limit: Limit): QuestionService {
  const sumSince = async (centre: string): Promise<{ since: string; counts: QuestionCounts; last: string }> => {
    const since = addDays(chinaDay(now()), -latelyDays)
    const days = await store.kept(centre, since)
    const counts: QuestionCounts = new Map()
    for (const day of days) addCounts(counts, day.counts)
    return { since, counts, last: days[days.length - 1]?.day ?? '' }
  }
  const popularKept = new Map<string, { value: { questions: string[]; since: string }; until: number }>()
  return {
    async count(centre, events) {
      await limit(`${centre}#search-events`, eventsAnHour, 3600)
      await store.add(centre, chinaDay(now()), countEvents(events))
    },
    countAnswered: gatherCounts((centre, counts) => store.add(centre, chinaDay(now()), counts)),
    async tell(centre, question, sought) {
      await limit(`${centre}#sought`, soughtAnHour, 3600)
      await store.addSought(centre, newId(random), { at: isoInstant(now()), question, sought })
    },
    async closeYesterday(centre) {
      const day = addDays(chinaDay(now()), -1)
      if (await store.isKept(centre, day)) return false
      const yesterday = await store.raw(centre, day)
      const week: QuestionCounts = new Map()
      addCounts(week, yesterday)
      for (let back = 1; back < windowDays; back++) addCounts(week, await store.raw(centre, addDays(day, -back)))
      const frequent = byCount(yesterday).filter(([text]) => (week.get(text)?.asked ?? 0) >= smallCount)
      await store.keep(centre, day, new Map(frequent.slice(0, keptQuestions)))
      return true
    },
    async lately(centre) {
      const { since, counts } = await sumSince(centre)
      return { since, counts, sought: await store.sought(centre, since) }
    },
    async popular(centre) {
      const kept = popularKept.get(centre)
      if (kept && kept.until > now()) return kept.value
      const { since, counts } = await sumSince(centre)
      const questions = byCount(counts).filter(([, { firstThree }]) => firstThree > 0).slice(0, popularQuestions).map(([text]) => text)
      popularKept.set(centre, { value: { questions, since }, until: now() + popularMs })
      return { questions, since }
    },
    async past(centre) {
      const { counts, last } = await sumSince(centre)
      const questions = byCount(counts).filter(([, { asked, missed }]) => missed < asked).slice(0, pastQuestions)
      return { day: last, questions: questions.map(([text, { asked }]) => ({ text, count: asked })) }
    },
  }
}
