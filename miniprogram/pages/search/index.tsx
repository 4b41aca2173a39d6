import { useState } from 'react'
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
import { aria } from '../../ui/aria'
import { Button } from '../../ui/button'
import { SearchBox } from '../../ui/search-box'
import { ElderHome } from './elder-home'
import { SearchHome } from './search-home'
import './index.scss'

const words = texts.search

/** 查事项: say what you want to do, see the items while typing; before that, what others ask and the ways to browse, or the elder theme's few buttons. */
export default function SearchPage() {
  const { q = '' } = usePageQuery()
  const [text, setText] = useState(q)
  // The box is not controlled: other words come into it as a new box.
  const [box, setBox] = useState({ key: 0, initial: q })
  const put = (words: string) => {
    setBox(({ key }) => ({ key: key + 1, initial: words }))
    setText(words)
  }
  const elder = useKept(elderMode)
  const settle = (question: string) => recentQuestions.change((questions) => remember(questions, question))
  const openScanned = async () => {
    const q = await scan()
    if (q) await open('pages/open/index', { q })
  }
  useShare(() => ({ title: words.lead, page: 'pages/search/index', query: text ? { q: text } : {} }))
  return (
    <PageFrame title={words.title}>
      <View className={text.trim() ? 'search-page__top search-page__top--typing' : 'search-page__top'}>
        {text.trim() ? null : (
          <View className='search-page__head'>
            <View className='search-page__lead' role='heading' {...aria({ ariaLevel: '1' })}>{words.lead}</View>
            <Button kind='plain' label={elder ? texts.common.elderOffLabel : texts.common.elderOnLabel} onTap={() => elderMode.change((on) => !on)}>
              {elder ? texts.common.elderOff : texts.common.elderOn}
            </Button>
            {canScan ? <Button kind='plain' id='scan' label={words.scanLabel} onTap={() => void openScanned()}>{words.scan}</Button> : null}
          </View>
        )}
        <SearchBox
          key={box.key}
          id='search'
          label={words.label}
          placeholder={elder ? words.elderPlaceholder : words.placeholder}
          clearLabel={words.clear}
          initial={box.initial}
          filled={text !== ''}
          onInput={setText}
          onConfirm={settle}
          onClear={() => put('')}
        />
      </View>
      {text.trim() ? <Results text={text} onSuggestion={put} /> : elder ? <ElderHome /> : <SearchHome onChoose={put} />}
    </PageFrame>
  )
}
