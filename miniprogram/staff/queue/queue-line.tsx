import { Text, View } from '@tarojs/components'
import type { StaffComplaintLine } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import { complaintStates } from '@shared/complaints/states'
import { queue as words } from '../../texts/staff/complaints'
import { desk } from '../../texts/staff/desk'
import { Badge } from '../../ui/badge'
import { Tappable } from '../../ui/tappable'
import { stateTone } from '../complaint/state-tone'
import { ageWords, dueWords } from './lines'

/** One line of the queue. */
export interface QueueLineProps {
  readonly line: StaffComplaintLine
  readonly chosen: boolean
  /** Whether it is among several that are chosen; none while nobody chooses several. */
  readonly ticked?: boolean
  readonly mark: 'fresh' | 'updated' | undefined
  /** Name of the office that has it. */
  readonly office: string | undefined
  readonly nowMs: number
  readonly onOpen: () => void
}

/** Kind and first words, state, deadline and age; what was not seen yet is marked. */
export function QueueLine({ line, chosen, ticked, mark, office, nowMs, onOpen }: QueueLineProps) {
  const due = dueWords(line, nowMs)
  return (
    <Tappable id={`line-${line.id}`} role='option' on={ticked ?? chosen} className={`queue-line ${chosen ? 'queue-line--on' : ''} ${line.overdue ? 'queue-line--overdue' : ''}`} onTap={onOpen}>
      <View className='queue-line__top'>
        {ticked === undefined ? null : <View className={`queue-line__tick ${ticked ? 'queue-line__tick--on' : ''}`} />}
        <Text className='queue-line__kind'>{complaintKinds[line.kind]}</Text>
        {mark ? <Text className={`queue-line__mark queue-line__mark--${mark}`}>{words[mark]}</Text> : null}
        {line.additionAt ? <Badge tone='warn'>{desk.addition}</Badge> : null}
        {line.textReview ? <Badge tone='warn'>{words.textReview}</Badge> : null}
        <Text className='queue-line__age'>{ageWords(line.submittedAt, nowMs)}</Text>
      </View>
      <View className={`queue-line__text ${mark ? 'queue-line__text--unseen' : ''}`}>{line.text}</View>
      <View className='queue-line__below'>
        <Badge tone={stateTone(line.state)}>{complaintStates[line.state]}</Badge>
        {due ? <Text className={`queue-line__due queue-line__due--${due.tone}`}>{due.words}</Text> : null}
        {office ? <Text className='queue-line__office'>{office}</Text> : null}
        <Text className='queue-line__receipt'>{line.receipt.slice(3)}</Text>
      </View>
    </Tappable>
  )
}
