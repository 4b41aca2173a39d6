import { useEffect, useRef } from 'react'
import { confirm, type Question } from './feedback'
import { guardLeaving } from './leaving'
import { useShown } from './shown'
import { watchBack } from './watch-back'

/** While `asks`, whoever leaves the page is asked first: for what is typed and may not be kept on the device. A page that is opened on top does not leave this one. */
export function useLeaveQuestion(asks: boolean, question: Question): void {
  const shown = useShown()
  const latest = useRef(question)
  latest.current = question
  useEffect(() => (asks && shown ? guardLeaving(() => confirm(latest.current), () => watchBack(latest.current.detail)) : undefined), [asks, shown])
}
