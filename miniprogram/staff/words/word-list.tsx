import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { chinaDay } from '@shared/calendar/calendar'
import type { Word } from '@shared/words/word'
import { now } from '../../platform/clock'
import { call } from '../../platform/request'
import { words as texts } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Row } from '../../ui/row'
import { SearchBox } from '../../ui/search-box'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { useSending } from '../frame/use-sending'
import { useSettled } from '../frame/use-settled'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { whenInWords } from '../../texts/when'
import type { ItemNames } from './item-names'
import { WordSheet } from './word-sheet'
import { linesOfMeanings, type WordKind } from './word-form'

const kinds: readonly WordKind[] = ['lexicon', 'alias', 'pin']

/** Title and detail of a word's line. */
function said(word: Word, names: ItemNames): { readonly title: string; readonly detail: string } {
  const list = (meanings: Parameters<typeof linesOfMeanings>[0]) => linesOfMeanings(meanings).split('\n').join('、')
  if (word.kind === 'lexicon') return { title: list(word.words), detail: `${word.field} · ${word.sense === 'same' ? texts.same : `${texts.means}：${list(word.means)}`}` }
  if (word.kind === 'alias') return { title: word.text, detail: `${texts.forItem}：${names.nameOf(word.item)}` }
  const until = word.expiresAt ? (Date.parse(word.expiresAt) <= now() ? texts.expired : texts.expires(chinaDay(Date.parse(word.expiresAt) - 1))) : texts.forever
  return { title: word.question, detail: `${texts.pinned}：${word.items.map(names.nameOf).join('、')} · ${until}` }
}

/** The draft of the words: filter, find, edit. */
export function WordList({ may, names, onPublish }: { readonly may: boolean; readonly names: ItemNames; readonly onPublish: () => void }) {
  const [wanted, setWanted] = useState<{ readonly kind: WordKind | ''; readonly q: string }>({ kind: '', q: '' })
  const [round, setRound] = useState(0)
  const [editing, setEditing] = useState<{ readonly kind: WordKind; readonly word?: Word }>()
  const settled = useSettled(wanted, 250)
  const fetchPage = (cursor?: string) => call(routes.words.list, { query: { ...(settled.kind ? { kind: settled.kind } : {}), ...(settled.q.trim() ? { q: settled.q.trim() } : {}), ...(cursor ? { cursor } : {}) } })
  const loaded = useStaffLoaded(`words ${JSON.stringify(settled)}`, () => fetchPage())
  const more = useSending()
  const { value, problem } = loaded
  const loadMore = () => void more.send(async () => {
    if (!value?.cursor) return
    const page = await fetchPage(value.cursor)
    loaded.set({ ...page, words: [...value.words, ...page.words] })
  })
  const find = (q: string) => setWanted((before) => ({ ...before, q }))
  return (
    <View>
      {value ? (
        <Notice tone={value.changed ? 'warn' : 'info'}>
          {value.changed ? texts.draftChanged : texts.draftSame}
          {value.published ? ` ${texts.published(value.published.number, whenInWords(value.published.at, now()), value.published.byName, value.published.words)}` : ` ${texts.neverPublished}`}
          {value.changed ? <Button kind='text' onTap={onPublish}>{texts.goPublish}</Button> : null}
        </Notice>
      ) : null}
      <View className='items-tools'>
        <View className='items-tools__box'>
          <SearchBox key={round} id='words-find' label={texts.find} placeholder={texts.findPlaceholder} clearLabel={frame.clear} filled={wanted.q !== ''} onInput={find} onConfirm={find} onClear={() => { find(''); setRound(round + 1) }} />
        </View>
        {may ? kinds.map((kind) => <Button key={kind} kind='plain' onTap={() => setEditing({ kind })}>{texts.add[kind]}</Button>) : null}
      </View>
      <Chips single label={texts.views} choices={[{ value: '', label: texts.kinds.all }, ...kinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))]} chosen={[wanted.kind]} onChoose={(kind) => setWanted((before) => ({ ...before, kind }))} />
      {problem ? <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void loaded.reload()} /> : null}
      {!value && !problem ? <Skeleton label={frame.loading} lines={8} /> : null}
      {value ? <View className='quiet items-total' role='status'>{texts.total(value.total)}</View> : null}
      {value?.words.length === 0 ? <EmptyState title={texts.empty} detail={texts.emptyDetail} /> : null}
      {value && value.words.length > 0 ? (
        <Card flush>
          {value.words.map((word) => {
            const { title, detail } = said(word, names)
            return <Row key={word.id} title={title} detail={detail} aside={<Badge>{texts.kinds[word.kind]}</Badge>} onTap={may ? () => setEditing({ kind: word.kind, word }) : undefined} />
          })}
        </Card>
      ) : null}
      {value?.cursor ? <Button kind='plain' wide busy={more.busy} onTap={loadMore}>{frame.more}</Button> : null}
      {more.problem ? <Notice tone='bad'>{more.problem.message}</Notice> : null}
      {editing ? (
        <WordSheet key={editing.word?.id ?? editing.kind} kind={editing.kind} word={editing.word} names={names} onClose={() => setEditing(undefined)} onDone={() => { setEditing(undefined); void loaded.reload() }} />
      ) : null}
    </View>
  )
}
