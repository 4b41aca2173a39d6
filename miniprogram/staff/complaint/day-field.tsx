import { useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, chinaDay } from '@shared/calendar/calendar'
import { now } from '../../platform/clock'
import { act as words } from '../../texts/staff/complaints'
import { dayInWords } from '../../texts/when'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { dayFrom } from './typed-day'

/** The day by which something will be done. */
export interface DayFieldProps {
  readonly label: string
  /** What stands in the field, as it was typed. */
  readonly typed: string
  /** Day from which the proposed ones are counted, when it is later than today: what is put off goes beyond its present day. */
  readonly from: string | undefined
  readonly error: string | undefined
  readonly onType: (day: string) => void
}

const weeks = [1, 2, 4]

/** A day to be typed, or taken with one tap from those that are mostly meant. */
export function DayField({ label, typed, from, error, onType }: DayFieldProps) {
  // The field is not controlled: a day that was tapped comes into it as a new field.
  const [round, setRound] = useState(0)
  const today = chinaDay(now())
  const begin = from !== undefined && from > today ? from : today
  const choices = weeks.map((count) => {
    const day = addDays(begin, 7 * count)
    return { value: day, label: words.weeksLater(count, dayInWords(day, today), begin > today) }
  })
  return (
    <>
      <Field key={round} id='act-day' label={label} hint={words.dayHint} short max={20} initial={typed} error={error} onInput={onType} />
      <View className='act__days'>
        <Chips single label={words.daysOffered} choices={choices} chosen={[dayFrom(typed) ?? '']} onChoose={(day) => { onType(day); setRound(round + 1) }} />
      </View>
    </>
  )
}
