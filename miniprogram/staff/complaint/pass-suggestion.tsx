import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { complaintKinds } from '@shared/complaints/kinds'
import type { Suggestion } from '@shared/complaints/suggestion'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { act as words } from '../../texts/staff/complaints'
import { Button } from '../../ui/button'
import { officeName } from '../centre/names'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import type { ActionValues } from './action-form'

/** What is proposed for a complaint that is passed on. */
export interface PassSuggestionProps {
  readonly complaint: Pick<StaffComplaint, 'id' | 'version' | 'kind'>
  readonly values: Pick<ActionValues, 'office' | 'kind'>
  readonly onChange: (more: Partial<ActionValues>) => void
}

/** Why an office is proposed, in words. */
function reasonOf({ source, because, row }: Suggestion['offices'][number]): string {
  if (source === 'default') return words.suggestedDefault
  const found = because.join('、')
  if (source === 'rule') return words.suggestedRule(row ?? 0, found)
  return source === 'cases' ? words.suggestedCases(found) : words.suggestedWords(found)
}

/** Office and kind that the text speaks for, each with its reason and taken over with one tap. Nothing is chosen by itself; when it cannot be had, nothing shows. */
export function PassSuggestion({ complaint, values, onChange }: PassSuggestionProps) {
  const { value: centre } = useCentre()
  const { value } = useStaffLoaded(`suggestion ${complaint.id} ${complaint.version}`, () => call(routes.complaints.suggestion, { params: { id: complaint.id } }))
  if (!value) return null
  const { offices, kind } = value
  return (
    <View className='act__suggestion' role='group' aria-label={words.suggestion}>
      {offices.map((one) => (
        <View key={one.office} className='act__proposal'>
          <Button kind='plain' disabled={values.office === one.office} onTap={() => onChange({ office: one.office })}>
            {values.office === one.office ? words.suggestionTaken(officeName(centre, one.office) ?? '') : words.suggested(officeName(centre, one.office) ?? '')}
          </Button>
          <View className='quiet'>{reasonOf(one)}</View>
        </View>
      ))}
      {kind ? (
        <View className='act__proposal'>
          <Button kind='plain' onTap={() => onChange({ kind: values.kind === kind.kind ? undefined : kind.kind })}>
            {values.kind === kind.kind ? words.kindTaken(complaintKinds[kind.kind]) : words.kindSuggested(complaintKinds[complaint.kind], complaintKinds[kind.kind])}
          </Button>
          <View className='quiet'>{kind.source === 'cases' ? words.suggestedCases(kind.because.join('、')) : words.suggestedWords(kind.because.join('、'))}</View>
        </View>
      ) : null}
    </View>
  )
}
