import { memo } from 'react'
import { View } from '@tarojs/components'
import type { SearchHit } from '@shared/search'
import { Highlight } from '../ui/highlight'
import { Row } from '../ui/row'

/** One result: its name with the explained parts marked, who handles it and where. */
export const HitRow = memo(function HitRow({ hit, areaName, onOpen }: { readonly hit: SearchHit; readonly areaName: (area: string) => string; readonly onOpen: (hit: SearchHit) => void }) {
  const { floor, area } = hit.fields
  const place = [floor, area ? areaName(area) : ''].filter(Boolean).join(' ')
  return (
    <Row
      title={<Highlight text={hit.name} ranges={hit.highlights} />}
      detail={<View>{[hit.department, place].filter(Boolean).join(' · ')}</View>}
      label={[hit.name, hit.department, place].filter(Boolean).join('，')}
      onTap={() => onOpen(hit)}
    />
  )
}, (a, b) => a.hit.id === b.hit.id && a.areaName === b.areaName && a.onOpen === b.onOpen && sameRanges(a.hit, b.hit))

const sameRanges = (a: SearchHit, b: SearchHit) => a.highlights.join() === b.highlights.join()
