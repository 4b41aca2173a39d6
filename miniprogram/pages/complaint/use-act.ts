import { useState } from 'react'
import type { CitizenComplaint } from '@shared/complaints/complaint'
import type { ComplaintAction } from '@shared/complaints/states'
import type { Since } from '@shared/errors/service-error'
import { useKept } from '../../state/kept'
import { problemOf } from '../../state/problem'
import { changeReply, forgetReply, replyDrafts } from '../../state/reply-drafts'

/** An act of the citizen that came too late. */
export interface Overtaken {
  readonly action: Extract<ComplaintAction, 'reply' | 'withdraw' | 'rate' | 'reopen'>
  /** What happened meanwhile, as far as the citizen may know it. */
  readonly since: readonly Since[]
  /** What they had written. */
  readonly typed: string
}

/** What the cards below a complaint need. */
export interface ActionProps {
  readonly complaint: CitizenComplaint
  /** The complaint after the action. */
  readonly onChange: (it: CitizenComplaint) => void
  /** Somebody else was quicker: fetch it anew and show what happened. */
  readonly onStale: (overtaken: Overtaken) => void
}

/** Sends one act of the citizen: busy meanwhile, a sentence when it fails, and what happened when somebody was quicker. Gives whether it went. */
export function useAct(action: Overtaken['action'], { onChange, onStale }: Pick<ActionProps, 'onChange' | 'onStale'>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const act = async (send: () => Promise<CitizenComplaint>, typed = ''): Promise<boolean> => {
    setBusy(true)
    setProblem('')
    try {
      onChange(await send())
      return true
    } catch (error) {
      const { message, code, since } = problemOf(error)
      const late = code === 'version-conflict' || code === 'action-not-possible'
      setProblem(late && since.length > 0 ? '' : message)
      if (late) onStale({ action, since, typed })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, setProblem, act }
}

/** Words being written for one act, kept on the device until it went: `[words, write, forget]`. */
export function useTyped(complaint: string, action: Overtaken['action']): readonly [string, (text: string) => void, () => void] {
  const key = `${complaint} ${action}`
  const text = useKept(replyDrafts)[key]?.text ?? ''
  const forget = () => forgetReply(key)
  return [text, (words) => (words ? changeReply(key, () => ({ text: words })) : forget()), forget]
}
