import { useState } from 'react'
import { View } from '@tarojs/components'
import { auditActions } from '@shared/audit/audit'
import { routes } from '@shared/api/routes'
import { addDays, chinaDay } from '@shared/calendar/calendar'
import { Paged } from '../../frame/paged'
import { now } from '../../platform/clock'
import { open } from '../../platform/navigate'
import { call } from '../../platform/request'
import { useList } from '../../state/use-list'
import { audit as words } from '../../texts/staff/audit'
import { dayInWords, whenInWords } from '../../texts/when'
import { Button } from '../../ui/button'
import { Field } from '../../ui/field'
import { EmptyState, Notice } from '../../ui/states'
import { Table } from '../../ui/table'
import { dayFrom } from '../complaint/typed-day'
import { StaffFrame } from '../frame/staff-frame'
import { aboutOf, actorOf } from './about'
import './audit.scss'

/** What staff did to accounts, looked at and took out, day by day, for administrators. */
export default function StaffAuditPage() {
  return <StaffFrame title={words.title}>{() => <Audit />}</StaffFrame>
}

function Audit() {
  const today = chinaDay(now())
  const [day, setDay] = useState(today)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const go = () => {
    const found = dayFrom(typed)
    setWrong(!found)
    if (found) setDay(found)
  }
  return (
    <View>
      <Notice>{words.detail}</Notice>
      <View className='audit-days'>
        <Button kind='plain' onTap={() => setDay(addDays(day, -1))}>{words.before}</Button>
        <View className='audit-days__day' role='status'>{day === today ? `${words.today} · ${dayInWords(day, today)}` : dayInWords(day, today)}</View>
        <Button kind='plain' disabled={day >= today} onTap={() => setDay(addDays(day, 1))}>{words.after}</Button>
      </View>
      <View className='audit-go'>
        <View className='audit-go__field'><Field id='audit-day' label={words.goTo} placeholder={today} max={12} error={wrong ? words.wrongDay : undefined} onInput={setTyped} onConfirm={go} /></View>
        <View className='audit-go__send'><Button kind='plain' onTap={go}>{words.go}</Button></View>
      </View>
      <Day key={day} day={day} />
    </View>
  )
}

function Day({ day }: { readonly day: string }) {
  const list = useList(async (cursor) => {
    const { events, ...next } = await call(routes.audit.day, { params: { day }, query: cursor ? { cursor } : {} })
    return { entries: events, ...next }
  })
  return (
    <Paged list={list} empty={<EmptyState title={words.empty} />}>
      {(events) => (
        <Table
          label={words.list}
          heads={[words.heads.at, words.heads.by, words.heads.action, words.heads.about]}
          rows={events.map((it) => ({
            key: it.id,
            cells: [
              whenInWords(it.at, now()), actorOf(it), auditActions[it.action],
              <View key='about'>
                {aboutOf(it)}
                {it.complaint ? <Button kind='text' onTap={() => void open('staff/complaint/index', { id: it.complaint as string })}>{words.openCase}</Button> : null}
              </View>,
            ],
          }))}
        />
      )}
    </Paged>
  )
}
