import type { ProposedAlias } from '@shared/words/routes'
import type { QuestionCounts } from '../items/questions/service'
import { derivedId } from '../platform/ids'

/** A question with how often it was asked. */
export interface Asked {
  readonly question: string
  readonly count: number
}

const listed = 50
/** A question proposes an alias when one item was opened this often after it … */
const aliasOpened = 5
/** … by at least this share of those who opened anything … */
const aliasShare = 0.5
/** … and had to be looked for: it stood lower than this on average. An item that already comes first needs no alias. */
const aliasRank = 1.5
/** Half of those who ask see nothing: the question counts as one without a result. */
const missedShare = 0.5

/** The id of a proposal is made from what it proposes, so that a decision about it holds when it comes again. */
export const proposalId = (question: string, item: string): string => derivedId(`${question}\u001f${item}`)

/** What the counts say: questions without a result, questions whose first three are never opened, aliases to accept. */
export function readCounts(counts: QuestionCounts, nameOf: ReadonlyMap<string, string>): { nothingFound: Asked[]; neverOpened: Asked[]; proposed: ProposedAlias[] } {
  const nothingFound: Asked[] = []
  const neverOpened: Asked[] = []
  const proposed: ProposedAlias[] = []
  for (const [question, { asked, missed, firstThree, opened }] of counts) {
    if (missed >= asked * missedShare) nothingFound.push({ question, count: missed })
    else if (firstThree === 0) neverOpened.push({ question, count: asked })
    const all = Object.values(opened).reduce((sum, { times }) => sum + times, 0)
    for (const [item, { times, ranks }] of Object.entries(opened)) {
      const itemName = nameOf.get(item)
      if (itemName === undefined || times < aliasOpened || times < all * aliasShare || ranks / times < aliasRank) continue
      proposed.push({ id: proposalId(question, item), text: question, item, itemName, opened: times })
    }
  }
  const most = (list: Asked[]) => list.sort((a, b) => b.count - a.count || (a.question < b.question ? -1 : 1)).slice(0, listed)
  return { nothingFound: most(nothingFound), neverOpened: most(neverOpened), proposed: proposed.sort((a, b) => b.opened - a.opened).slice(0, listed) }
}
