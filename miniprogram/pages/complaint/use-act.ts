import { useState } from 'react'
import { problemOf } from '../../state/problem'
import type { ActionProps } from './reply-card'

/** Sends one act of the citizen: busy meanwhile, a sentence when it fails, and the newer complaint when somebody was quicker. */
export function useAct({ onChange, onStale }: Pick<ActionProps, 'onChange' | 'onStale'>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const act = async (send: () => Promise<ActionProps['complaint']>) => {
    setBusy(true)
    setProblem('')
    try {
      onChange(await send())
    } catch (error) {
      const { message, code } = problemOf(error)
      setProblem(message)
      if (code === 'version-conflict' || code === 'action-not-possible') onStale()
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, setProblem, act }
}
