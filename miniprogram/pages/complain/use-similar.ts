import { useEffect, useState } from 'react'
import { routes } from '@shared/api/routes'
import type { SimilarCase } from '@shared/complaints/public-case'
import { centre } from '../../platform/config'
import { call } from '../../platform/request'
import { submission, type Draft } from '../../state/draft'

/** Shortest text that is compared, characters; below it nothing could be found. */
const shortest = 15
/** Pause in the writing after which it is compared, ms. */
const pauseMs = 1_200

/**
 * Public cases about what is being written, fetched when the writing pauses; what was put aside (`putAside`) does not come again. It never
 * blocks: when it cannot be had, nothing shows.
 */
export function useSimilar(draft: Draft): { readonly cases: readonly SimilarCase[]; readonly putAside: (id: string) => void } {
  const [cases, setCases] = useState<readonly SimilarCase[]>([])
  const [aside, setAside] = useState<readonly string[]>([])
  const text = draft.text.trim()
  const where = JSON.stringify(submission({ ...draft, kind: draft.kind ?? 'opinion' }).where)
  useEffect(() => {
    if (text.length < shortest) {
      setCases([])
      return
    }
    let asked = true
    const timer = setTimeout(() => {
      call(routes.complaints.similar, { params: { centre }, body: { text, where: JSON.parse(where) } })
        .then((found) => { if (asked) setCases(found.cases) })
        .catch(() => undefined)
    }, pauseMs)
    return () => {
      asked = false
      clearTimeout(timer)
    }
  }, [text, where])
  return { cases: cases.filter(({ id }) => !aside.includes(id)), putAside: (id) => setAside((before) => [...before, id]) }
}
