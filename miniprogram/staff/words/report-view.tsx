import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { chinaDay } from '@shared/calendar/calendar'
import type { ProposedAlias } from '@shared/words/routes'
import { now } from '../../platform/clock'
import { toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { words } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { Skeleton } from '../../ui/skeleton'
import { ErrorState, Notice } from '../../ui/states'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { dayInWords, whenInWords } from '../../texts/when'

const texts = words.report

function Group({ title, count, children }: { readonly title: string; readonly count: number; readonly children: ReactNode }) {
  return <Card flush={count > 0} title={`${title} ${count}`}>{count > 0 ? children : <View className='quiet'>{texts.none}</View>}</Card>
}

/** What searches tell: what is not found, what is not opened, what people say they seek, and aliases to accept. */
export function ReportView({ may, onExplain }: { readonly may: boolean; readonly onExplain: (question: string) => void }) {
  const { value, problem, reload } = useStaffLoaded('search report', () => call(routes.words.report, {}))
  const { busy, problem: failed, send } = useSending()
  const decide = async ({ id }: ProposedAlias, accept: boolean) => {
    const went = await send(async () => void await call(routes.words.decideAlias, { params: { id }, body: { accept } }))
    if (went) toast(accept ? texts.accepted : texts.declined)
    await reload()
  }
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} lines={8} />
  const asked = (list: typeof value.nothingFound) => list.map(({ question, count }) => (
    <Row key={question} title={question} aside={texts.times(count)} label={`${question}，${texts.times(count)}，${texts.why}`} onTap={() => onExplain(question)} />
  ))
  return (
    <View>
      <View className='quiet words-gap'>{texts.since(dayInWords(value.since, chinaDay(now())))}</View>
      {failed ? <Notice tone='bad'>{failed.message}</Notice> : null}
      <Group title={texts.proposed} count={value.proposed.length}>
        <View className='quiet report-note'>{texts.proposedDetail}</View>
        {value.proposed.map((one) => (
          <Row
            key={one.id}
            title={`${one.text} → ${one.itemName}`}
            detail={texts.opened(one.opened)}
            aside={may ? (
              <View className='button-row'>
                <Button kind='plain' disabled={busy} onTap={() => void decide(one, true)}>{texts.accept}</Button>
                <Button kind='text' disabled={busy} onTap={() => void decide(one, false)}>{texts.decline}</Button>
              </View>
            ) : undefined}
          />
        ))}
      </Group>
      <View className='report-columns'>
        <Group title={texts.nothingFound} count={value.nothingFound.length}>{asked(value.nothingFound)}</Group>
        <Group title={texts.neverOpened} count={value.neverOpened.length}>{asked(value.neverOpened)}</Group>
      </View>
      <Group title={texts.sought} count={value.sought.length}>
        {value.sought.map(({ at, question, sought }) => <Row key={`${at} ${sought}`} title={sought} detail={`${whenInWords(at, now())} · ${texts.soughtFor(question)}`} />)}
      </Group>
    </View>
  )
}
