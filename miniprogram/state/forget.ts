import { complaintDraft, emptyDraft } from './draft'
import { favourites } from './favourites'
import { materialsLists } from './materials'
import { forgetPendingPhotos } from './pending-photos'
import { recentQuestions } from './recent'
import { replyDrafts } from './reply-drafts'
import { forgetSeen } from './seen'

/** Forgets what this device keeps of the person: searches, favourites, ticks, drafts, what was seen. The elder theme stays: it is a setting, not a trace. */
export function forgetDevice(): void {
  recentQuestions.change(() => [])
  favourites.change(() => [])
  materialsLists.change(() => [])
  complaintDraft.change(() => emptyDraft)
  replyDrafts.change(() => ({}))
  forgetPendingPhotos()
  forgetSeen()
}
