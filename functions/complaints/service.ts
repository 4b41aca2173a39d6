import type { Audit } from '../audit/service'
import type { CentreService } from '../centre/service'
import type { ItemService } from '../items/service'
import type { CaseNews } from '../messages/service'
import type { PhotoService } from '../photos/service'
import type { Core } from '../platform/core'
import type { Wechat } from '../platform/wechat/client'
import { createBoard, type Board } from './board'
import { createCitizenComplaints, type CitizenComplaints, type StillThere } from './citizen-service'
import { createComplaintClock, type ComplaintClock } from './clock-service'
import { createDashboard, type DashboardOf } from './figures/dashboard'
import { createKeepFacts, fillFacts, type KeepFacts } from './figures/keep-facts'
import { createPublicFigures, type PublicFiguresService } from './figures/public-figures'
import { createFiguresStore, type FiguresStore } from './figures/store'
import { createFollow, createFollowed, type Follow, type Followed } from './follow'
import { createIntake } from './intake'
import { createLearning } from './learning'
import { createComplaintLists } from './lists'
import { createMerge } from './merge'
import { newsOf } from './news'
import { createNumbering } from './numbering'
import { createComplaintPersonalData, type ComplaintPersonalData } from './personal-data'
import type { EventRecord } from './record'
import { createSimilarCases, type SimilarCases } from './similar'
import { createStaffComplaints, type StaffComplaints } from './staff-service'
import { createComplaintStore } from './store'
import { createSubmission } from './submission'
import { createSuggestions } from './suggestions'
import { createTimes } from './times'

export { eventRecord } from './record'

/** Complaints (找茬): the citizens' side, the staff's side, personal data, the clock, and news of events. */
export interface ComplaintService {
  readonly citizens: CitizenComplaints
  readonly staff: StaffComplaints
  readonly personal: ComplaintPersonalData
  readonly follow: Follow
  readonly followed: Followed
  readonly clock: ComplaintClock
  readonly similar: SimilarCases
  /** Learns office and kind from the case that an event answers; twice is once. */
  readonly learnFrom: (event: EventRecord) => Promise<void>
  readonly board: Board
  readonly figures: PublicFiguresService
  readonly facts: FiguresStore
  readonly dashboard: DashboardOf
  /** Keeps what the figures are counted from as the complaint is now; again and late does no harm. */
  readonly keepFacts: KeepFacts
  /** Fills in the facts of complaints that were recorded before there were figures: how many complaints there are, and of how many something was missing. */
  readonly fillFacts: (centre: string) => Promise<{ readonly seen: number; readonly filled: number }>
  readonly newsOf: (event: EventRecord) => Promise<CaseNews | undefined>
}

/** Everything of the complaints. */
export function createComplaintService({ core, centres, items, photos, audit, wechat, stillThere }: { core: Core; centres: CentreService; items: Pick<ItemService, 'get'>; photos: PhotoService; audit: Audit; wechat: Wechat; stillThere: StillThere }): ComplaintService {
  const table = core.config.tables.complaints
  const store = createComplaintStore(core.dynamo, table)
  const lists = createComplaintLists(core.dynamo, table)
  const learning = createLearning(core.dynamo, table, core.now)
  const submission = createSubmission({ core, centres, items, wechat })
  const times = createTimes({ core, centres })
  const facts = createFiguresStore(core.dynamo, core.config.tables.figures)
  const numbered = createNumbering(core.dynamo, core.config.tables.caches, core.now, store.formerNumber)
  const follow = createFollow({ store, times })
  const keepFacts = createKeepFacts({ store, facts, centres })
  return {
    citizens: createCitizenComplaints({ core, store, lists, photos, submission, times, numbered, stillThere }),
    staff: createStaffComplaints({ core, store, lists, photos, audit, centres, times, merge: createMerge({ store }), intake: createIntake({ core, store, centres, submission, times, numbered }), suggest: createSuggestions({ centres, items, learning }) }),
    follow,
    followed: createFollowed(store),
    personal: createComplaintPersonalData({ store, lists, photos, times, follow }),
    clock: createComplaintClock({ core, store, lists, centres, times }),
    similar: createSimilarCases(lists, core.now, core.limit),
    learnFrom: (event) => learning.learnFrom(event, store.get),
    board: createBoard({ store, lists, photos }),
    figures: createPublicFigures(facts, core.now),
    facts,
    dashboard: createDashboard({ core, facts, lists, centres }),
    keepFacts,
    fillFacts: (centre) => fillFacts(centre, { lists, keepFacts }),
    newsOf: (event) => newsOf(event, store, centres),
  }
}
