import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { complaintKindList, complaintKinds, type ComplaintKind } from '@shared/complaints/kinds'
import type { Item } from '@shared/items/item'
import { AnswerCard } from '../../complaints/answer-card'
import { HistoryCard } from '../../complaints/history-card'
import { startDraftAbout } from '../../complaints/start-draft'
import { PageFrame } from '../../frame/page-frame'
import { Paged } from '../../frame/paged'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { usePageQuery, useRefresh } from '../../platform/page'
import { useCentre } from '../../state/centre'
import { useItem } from '../../state/item'
import { call } from '../../platform/request'
import { seenAnswers } from '../../state/seen'
import { useList } from '../../state/use-list'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { EmptyState } from '../../ui/states'

const words = texts.complaint
const board = texts.board

interface Filter {
  readonly kind?: ComplaintKind | undefined
  readonly area?: string | undefined
  readonly item?: string | undefined
}

/** One list of the board; without a network the whole board as it was last seen. */
function Answers({ filter, onEverything }: { readonly filter: Filter; readonly onEverything: () => void }) {
  const filtered = Object.values(filter).some(Boolean)
  const list = useList(async (cursor) => {
    const part = await call(routes.complaints.published, { params: { centre }, query: { limit: 20, ...filter, ...(cursor ? { cursor } : {}) } })
    return { entries: part.answers, cursor: part.cursor }
  }, filtered ? undefined : seenAnswers)
  useRefresh(list.reload)
  const empty = filtered
    ? <EmptyState title={board.nothing} detail={board.nothingDetail}><Button kind='plain' onTap={onEverything}>{board.everything}</Button></EmptyState>
    : <EmptyState title={words.answersEmpty} />
  return (
    <>
      <Paged list={list} empty={empty}>{(answers) => answers.map((answer) => <AnswerCard key={answer.id} answer={answer} listed />)}</Paged>
      {filtered || list.hasMore ? null : <HistoryCard cases />}
    </>
  )
}

/** What others raised and what the centre answered and put right, by kind and by area, or about one item; at its end what is known from before. */
export default function AnswersPage() {
  const { item: asked } = usePageQuery()
  const [filter, setFilter] = useState<Filter>(asked ? { item: asked } : {})
  const [areas, setAreas] = useState(false)
  const { value } = useCentre()
  const choose = (more: Filter) => setFilter({ ...filter, ...more })
  return (
    <PageFrame title={words.answersTitle}>
      <View className='answers__filters'>
        {filter.item ? <AboutItem id={filter.item} onEverything={() => setFilter({})} /> : null}
        <Chips single label={board.kind} choices={complaintKindList.map((kind) => ({ value: kind, label: complaintKinds[kind] }))} chosen={filter.kind ? [filter.kind] : []} onChoose={(kind) => choose({ kind: kind === filter.kind ? undefined : kind })} />
        {areas && value ? (
          <Chips single label={board.area} choices={value.areas.map(({ id, name }) => ({ value: id, label: name }))} chosen={filter.area ? [filter.area] : []} onChoose={(area) => choose({ area: area === filter.area ? undefined : area, item: undefined })} />
        ) : null}
        <View className='button-row'>
          <Button kind='text' onTap={() => { setAreas(!areas); if (areas) choose({ area: undefined }) }}>{areas ? board.anyArea : board.byArea}</Button>
          <Button kind='text' onTap={() => void open('pages/figures/index')}>{board.figures}</Button>
        </View>
      </View>
      <Answers key={JSON.stringify(filter)} filter={filter} onEverything={() => setFilter({})} />
    </PageFrame>
  )
}

function AboutItem({ id, onEverything }: { readonly id: string; readonly onEverything: () => void }) {
  const { value } = useItem(id)
  const complain = async (item: Pick<Item, 'id' | 'name'>) => {
    await startDraftAbout(item)
    await open('pages/complain/index')
  }
  return (
    <>
      <View>{board.item(value?.name ?? id)}</View>
      <View className='answers__about'>
        <Button kind='plain' onTap={onEverything}>{board.everything}</Button>
        {value ? <Button kind='plain' onTap={() => void complain(value)}>{board.aboutItemComplain}</Button> : null}
      </View>
    </>
  )
}
