import { isBad } from '@shared/complaints/codes'
import type { CitizenComplaint, CitizenEvent } from '@shared/complaints/complaint'
import { texts } from '../../texts'

const words = texts.complaint.now

/** How far a complaint is and what comes next, in the words of everyday. */
export interface Now {
  /** Where it stands. */
  readonly title: string
  /** What the centre last said to the citizen about it: its question, its answer, its reason. */
  readonly said?: string | undefined
  /** What the citizen can do. */
  readonly next: readonly string[]
}

type Known = Pick<CitizenComplaint, 'state' | 'actions' | 'events' | 'closedAs' | 'rating'>

/** The last event of one of these actions. */
const last = (events: readonly CitizenEvent[], ...actions: readonly CitizenEvent['action'][]) => [...events].reverse().find(({ action }) => actions.includes(action))

/** What follows the citizen's rating: a bad one is called back, and has been when the centre has said something since. */
function rated({ events, rating }: Known): Pick<Now, 'title' | 'said'> | undefined {
  const given = last(events, 'rate')
  if (!rating || !given) return undefined
  if (!isBad(rating)) return { title: words.rated, said: last(events, 'answer')?.text }
  const call = last(events.filter(({ number }) => number > given.number), 'callBack')
  return call ? { title: words.calledBack, said: call.text } : { title: words.callBack }
}

function standing(it: Known): Pick<Now, 'title' | 'said'> {
  const { state, events, closedAs } = it
  switch (state) {
    case 'passed': return { title: words.passed(last(events, 'pass')?.office) }
    case 'asked': return { title: words.asked, said: last(events, 'ask')?.text }
    case 'rectifying': return { title: words.rectifying, said: last(events, 'plan')?.text }
    case 'rectified': return { title: words.rectified, said: last(events, 'rectify')?.text }
    case 'answered': return rated(it) ?? { title: words.answered, said: last(events, 'answer')?.text }
    case 'declined': return { title: words.declined, said: last(events, 'decline')?.text }
    case 'closed': {
      const title = closedAs ? words.closed[closedAs] : words.closedSome
      const after = rated(it)
      if (after && after.title !== words.rated) return after
      return closedAs === 'withdrawn' || closedAs === 'duplicate' ? { title } : { title, said: last(events.filter(({ text }) => text), 'answer', 'close')?.text }
    }
    // An office's sending back is the centre's own affair; its citizen never has this state.
    case 'returned': return { title: words.accepted }
    default: return { title: words[state] }
  }
}

/** How far a complaint is, for its citizen; `telephone` is the centre's for complaints. */
export function nowOf(it: Known, telephone: string | undefined): Now {
  const { state, actions, closedAs, rating } = it
  const over = (state === 'answered' || state === 'closed' || state === 'declined') && closedAs !== 'withdrawn' && closedAs !== 'duplicate'
  const mayReopen = actions.includes('reopen')
  const next = [
    ...(actions.includes('rate') ? [words.rateBelow] : []),
    ...(over && mayReopen && !(rating && !isBad(rating)) ? [words.reopenBelow] : []),
    ...(over && !mayReopen ? [words.noReopen(telephone)] : []),
  ]
  return { ...standing(it), next }
}
