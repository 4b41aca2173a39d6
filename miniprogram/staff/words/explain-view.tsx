import { useMemo, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { explain, search } from '@shared/search'
import { now } from '../../platform/clock'
import { open } from '../../platform/navigate'
import { words } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Highlight } from '../../ui/highlight'
import { SearchBox } from '../../ui/search-box'
import { EmptyState, Notice } from '../../ui/states'
import { useSettled } from '../frame/use-settled'
import type { ItemNames } from './item-names'

const texts = words.explain

/** Why items rank where they do: the engine's own words for the first ten of a question. */
export function ExplainView({ names, start }: { readonly names: ItemNames; readonly start: string }) {
  const [question, setQuestion] = useState(start)
  const [round, setRound] = useState(0)
  const asked = useSettled(question, 150)
  const { snapshot, failed } = names
  const answer = useMemo(() => {
    if (!snapshot || !asked.trim()) return undefined
    const result = search(snapshot, asked, { limit: 10, now: now() })
    return { ...result, hits: result.hits.map((hit) => ({ ...hit, lines: explain(snapshot, asked, hit.id, { now: now() }).lines })) }
  }, [snapshot, asked])
  return (
    <View>
      <View className='words-gap'>
        <SearchBox key={round} id='explain-question' label={texts.ask} placeholder={texts.placeholder} clearLabel={frame.clear} initial={question} filled={question !== ''} focus onInput={setQuestion} onConfirm={setQuestion} onClear={() => { setQuestion(''); setRound(round + 1) }} />
      </View>
      <View className='quiet words-gap'>{texts.detail}</View>
      {failed ? <Notice tone='bad'>{texts.noData}</Notice> : null}
      {answer ? (
        <View className='button-row words-gap' role='status'>
          <Badge tone={answer.confidence === 'sure' ? 'good' : 'warn'}>{texts.confidence[answer.confidence]}</Badge>
          {answer.didYouMean ? <Badge tone='info'>{texts.didYouMean(answer.didYouMean)}</Badge> : null}
          <Text className='quiet'>{texts.took(answer.total)}</Text>
        </View>
      ) : null}
      {answer?.hits.length === 0 ? <EmptyState title={texts.none} /> : null}
      {answer?.hits.map(({ id, name, department, score, pinned, highlights, lines }, index) => (
        <Card key={id}>
          <View className='explain'>
            <View className='explain__rank'>{index + 1}</View>
            <View className='explain__main'>
              <View className='explain__name'><Highlight text={name} ranges={highlights} /> {pinned ? <Badge tone='warn'>{texts.pinned}</Badge> : null}</View>
              <View className='quiet'>{`${department} · ${texts.score(score.toFixed(1))}`}</View>
              {lines.map((line) => <View key={line} className='explain__line'>{line}</View>)}
            </View>
            <Button kind='text' onTap={() => void open('staff/item/index', { id })}>{texts.open}</Button>
          </View>
        </Card>
      ))}
    </View>
  )
}
