import { memo } from 'react'
import type { SearchHit } from '@shared/search'
import { Highlight } from '../ui/highlight'
import { Row } from '../ui/row'

/** One result. */
export interface HitRowProps {
  readonly hit: SearchHit
  /** 1 for the first. */
  readonly rank: number
  readonly areaName: (area: string) => string
  /** The same function from one letter typed to the next, so that a row that did not change is not drawn again. */
  readonly onOpen: (hit: SearchHit, rank: number) => void
}

const sameHit = (a: SearchHit, b: SearchHit) => a.id === b.id && a.name === b.name && a.highlights.join() === b.highlights.join()

/** One result: its name with the explained parts marked, who handles it and where. */
export const HitRow = memo(function HitRow({ hit, rank, areaName, onOpen }: HitRowProps) {
  const { floor, area } = hit.fields
  const place = [floor, area ? areaName(area) : ''].filter(Boolean).join(' ')
  return (
    <Row
      title={<Highlight text={hit.name} ranges={hit.highlights} />}
      detail={[hit.department, place].filter(Boolean).join(' · ')}
      label={[hit.name, hit.department, place].filter(Boolean).join('，')}
      onTap={() => onOpen(hit, rank)}
    />
  )
}, (a, b) => sameHit(a.hit, b.hit) && a.rank === b.rank && a.areaName === b.areaName && a.onOpen === b.onOpen)
