import { useState } from 'react'
import { routes } from '@shared/api/routes'
import { clearDraft, ensureDraftKey } from '../../complaints/start-draft'
import { centre } from '../../platform/config'
import { call } from '../../platform/request'
import { open } from '../../platform/navigate'
import { askToNotify } from '../../platform/subscribe'
import { complaintDraft, draftProblems, submission, type DraftProblem } from '../../state/draft'
import { problemOf, type Problem } from '../../state/problem'

/** Sends the draft. Only the server's acknowledgement clears it (`onSent`); whatever goes wrong, what was typed stays. */
export function useSubmit(onSent: () => void) {
  const [sending, setSending] = useState(false)
  const [missing, setMissing] = useState<readonly DraftProblem[]>([])
  const [problem, setProblem] = useState<Problem>()
  const submit = async () => {
    const lacking = draftProblems(complaintDraft.get())
    setMissing(lacking)
    setProblem(undefined)
    const { kind } = complaintDraft.get()
    if (lacking.length > 0 || !kind) return
    // Straight in the tap, or WeChat does not ask; the complaint is sent whatever the answer is.
    const asked = askToNotify()
    setSending(true)
    try {
      await ensureDraftKey()
      const complaint = await call(routes.complaints.submit, { params: { centre }, body: submission({ ...complaintDraft.get(), kind }) })
      clearDraft()
      onSent()
      await open('pages/receipt/index', { id: complaint.id, receipt: complaint.receipt, ...(await asked ? { notified: '1' } : {}) })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setSending(false)
    }
  }
  return { submit, sending, missing, problem }
}
