import { useCallback, useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import { PageFrame } from '../../frame/page-frame'
import { open } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import { canScan, scan } from '../../platform/scan'
import { useShare } from '../../platform/share'
import { Results } from '../../search/results'
import { elderMode } from '../../state/elder-mode'
import { useKept } from '../../state/kept'
import { recentQuestions, remember } from '../../state/recent'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { SearchBox } from '../../ui/search-box'
import { ElderHome } from './elder-home'
import { SearchHome } from './search-home'
import './index.scss'

const words = texts.search

const settle = (question: string) => recentQuestions.change((questions) => remember(questions, question))

const openScanned = async () => {
  const q = await scan()
  if (q) await open('pages/open/index', { q })
}

/** 查事项: say what you want to do, see the items while typing; before that, what others ask and the ways to browse, or the elder theme's few buttons. */
export default function SearchPage() {
  return <PageFrame title={words.title}><Search /></PageFrame>
}

/** The page's content. A part of its own, so that a letter typed draws nothing of the frame again. */
function Search() {
  const { q = '' } = usePageQuery()
  const [text, setText] = useState(q)
  // The box is not controlled: other words come into it as a new box.
  const [box, setBox] = useState({ key: 0, initial: q, focus: false })
  const replace = useCallback((words: string, focus: boolean) => {
    setBox(({ key }) => ({ key: key + 1, initial: words, focus }))
    setText(words)
  }, [])
  const put = useCallback((words: string) => replace(words, false), [replace])
  // Whoever clears the box writes on: the cursor stays in it.
  const clear = useCallback(() => replace('', true), [replace])
  const elder = useKept(elderMode)
  useShare(() => ({ title: words.lead, page: 'pages/search/index', query: text ? { q: text } : {} }))
  const typing = text.trim() !== ''
  // What stands before typing is hidden, not taken away, while one types: taking it away would make the first letter the slowest.
  const head = useMemo(() => (
    <View className='search-page__head'>
      <View className='search-page__lead' role='heading' aria-level='1'>{words.lead}</View>
      <Button kind='plain' label={elder ? texts.common.elderOffLabel : texts.common.elderOnLabel} onTap={() => elderMode.change((on) => !on)}>
        {elder ? texts.common.elderOff : texts.common.elderOn}
      </Button>
      {canScan ? <Button kind='plain' id='scan' label={words.scanLabel} onTap={() => void openScanned()}>{words.scan}</Button> : null}
    </View>
  ), [elder])
  const home = useMemo(() => (elder ? <ElderHome /> : <SearchHome onChoose={put} />), [elder, put])
  return (
    <>
      <View className={typing ? 'search-page__top search-page__top--typing' : 'search-page__top'}>
        {head}
        <SearchBox
          key={box.key}
          id='search'
          label={words.label}
          placeholder={elder ? words.elderPlaceholder : words.placeholder}
          clearLabel={words.clear}
          initial={box.initial}
          focus={box.focus}
          filled={text !== ''}
          onInput={setText}
          onConfirm={settle}
          onClear={clear}
        />
      </View>
      <View className={typing ? 'search-page__home search-page__home--behind' : 'search-page__home'}>{home}</View>
      <Results text={text} onSuggestion={put} />
    </>
  )
}
