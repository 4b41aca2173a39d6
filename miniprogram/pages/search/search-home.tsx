import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { centre } from '../../platform/config'
import { call } from '../../platform/request'
import { recentQuestions } from '../../state/recent'
import { useKept } from '../../state/kept'
import { refreshSnapshot, useSnapshot } from '../../state/snapshot'
import { useLoaded } from '../../state/use-loaded'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { ErrorState, Notice } from '../../ui/states'
import { Browse } from '../../search/browse'

const words = texts.search

/** What the search page shows before one types: recent and popular questions, and the catalogue by area, department, audience and theme. */
export function SearchHome({ onChoose }: { readonly onChoose: (question: string) => void }) {
  const { status, problem } = useSnapshot()
  const popular = useLoaded('popular', () => call(routes.search.popular, { params: { centre } }))
  const asked = popular.value?.questions.slice(0, 10) ?? []
  // A centre that has just begun has no questions to count yet: it shows how one may ask.
  const questions = asked.length > 0 ? asked : words.examples
  const title = asked.length > 0 ? words.popularTitle : words.examplesTitle
  return (
    <View>
      {status === 'failed' && problem ? (
        <>
          <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={() => void refreshSnapshot(true)} />
          <Notice>{words.firstOffline}</Notice>
        </>
      ) : null}
      <Recent onChoose={onChoose} />
      <Card title={title}>
        <Chips label={title} choices={questions.map((text) => ({ value: text, label: text }))} chosen={[]} single onChoose={onChoose} />
      </Card>
      {status === 'failed' ? null : <Browse />}
    </View>
  )
}

function Recent({ onChoose }: { readonly onChoose: (question: string) => void }) {
  const questions = useKept(recentQuestions)
  const [cleared, setCleared] = useState<readonly string[]>([])
  if (questions.length === 0 && cleared.length === 0) return null
  if (questions.length === 0) {
    return (
      <Notice>
        {words.recentCleared}
        <Button kind='text' onTap={() => recentQuestions.change(() => cleared)}>{texts.common.undo}</Button>
      </Notice>
    )
  }
  const clear = () => {
    setCleared(questions)
    recentQuestions.change(() => [])
  }
  return (
    <Card title={words.recentTitle} aside={<Button kind='text' onTap={clear}>{words.clearRecent}</Button>}>
      <Chips label={words.recentTitle} choices={questions.map((text) => ({ value: text, label: text }))} chosen={[]} single onChoose={onChoose} />
    </Card>
  )
}
