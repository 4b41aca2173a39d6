import { calendarEndsSoon, lastCoveredDay } from '@shared/calendar/calendar'
import { deadlineOf, isOverdue, markName, nextMark, type Mark } from '@shared/complaints/clock'
import { openStates } from '@shared/complaints/states'
import type { CentreService } from '../centre/service'
import { chinaToday } from '../platform/clock'
import type { Core } from '../platform/core'
import { listKeys } from './keys'
import type { ComplaintLists } from './lists'
import type { ComplaintRecord } from './record'
import { dayOf, takeStep, type Doer, type Step, type StepTime } from './steps/step'
import type { ComplaintStore } from './store'
import type { Times } from './times'

/** What the clock does with complaints. */
export interface ComplaintClock {
  /** Makes the marks that are due in a centre, each once and as an event; how many. */
  sweep(centre: string): Promise<number>
  /** How many open complaints of a centre are overdue. */
  overdue(centre: string): Promise<number>
  /** Tells the operator when the calendar of a centre ends within 60 days. */
  checkCalendar(centre: string): Promise<void>
}

const clockDoer: Doer = { by: 'centre', byName: '系统', byRole: 'clock' }
const said: Readonly<Record<Mark, string>> = {
  remind: '下一个工作日到期。', overdue: '已超过办理期限。', escalate: '超过办理期限较久。', lapse: '市民没有补充，可以直接答复或办结。',
}

/** The next mark of a complaint as a step; none when none is due today. Pure. */
export function decideMark(it: ComplaintRecord, time: StepTime): Step | undefined {
  const deadline = deadlineOf(it)
  const today = dayOf(time)
  const next = nextMark(time.calendar, deadline, it.marks, today, time.limits.escalate)
  if (!deadline || !next || next.on > today) return undefined
  return takeStep(it, next.mark, 'clock', time, { changes: { marks: [...it.marks, markName(next.mark, deadline)] }, event: { note: said[next.mark] }, doer: clockDoer })
}

/** The clock's use cases. */
export function createComplaintClock({ core, store, lists, centres, times }: {
  core: Core; store: ComplaintStore; lists: ComplaintLists; centres: CentreService; times: Times
}): ComplaintClock {
  const { now, log } = core

  /** Makes every mark of one complaint that is due; stops when somebody writes at the same time: the next run goes on. */
  async function mark(centre: string, id: string): Promise<number> {
    for (let made = 0; ; made++) {
      const complaint = (await store.get(centre, id))?.complaint
      const step = complaint && decideMark(complaint, await times(centre, complaint.kind))
      if (!step || (await store.write(complaint, step)) !== 'written') return made
    }
  }

  return {
    async sweep(centre) {
      let made = 0
      for (const id of await lists.marksUntil(centre, chinaToday(now))) made += await mark(centre, id)
      return made
    },
    async overdue(centre) {
      const today = chinaToday(now)
      const all = await Promise.all(openStates.map((state) => lists.all(listKeys.state(centre, state))))
      return all.flat().filter((it) => isOverdue(it, today)).length
    },
    async checkCalendar(centre) {
      const ends = lastCoveredDay(await centres.calendar(centre), chinaToday(now))
      if (calendarEndsSoon(ends, chinaToday(now))) log.warn('CALENDAR_ENDS', { centre, ends: ends ?? 'over' })
    },
  }
}
