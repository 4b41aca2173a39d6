import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { complaintKinds } from '@shared/complaints/kinds'
import { complaintActions, complaintStates } from '@shared/complaints/states'
import type { Template } from '@shared/templates/template'
import { call } from '../../platform/request'
import { frame } from '../../texts/staff/frame'
import { templates as texts } from '../../texts/staff/templates'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Row } from '../../ui/row'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState } from '../../ui/states'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { TemplateSheet } from './template-sheet'

/** What a template is for, in words. */
const usesOf = ({ actions, kinds, states }: Template) =>
  [...actions.map((it) => complaintActions[it]), ...kinds.map((it) => complaintKinds[it]), ...states.map((it) => complaintStates[it])].join(' · ')

/** The templates, to be edited one at a time. */
export function TemplateList({ may }: { readonly may: boolean }) {
  const { value, problem, reload } = useStaffLoaded('templates', () => call(routes.templates.list, {}))
  const [editing, setEditing] = useState<{ readonly template?: Template }>()
  if (problem && !value) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} lines={8} />
  return (
    <View>
      <View className='template-help'>{texts.intro}</View>
      {may ? <View className='items-tools'><Button kind='plain' onTap={() => setEditing({})}>{texts.add}</Button></View> : null}
      {value.templates.length === 0 ? <EmptyState title={texts.empty} detail={texts.emptyDetail} /> : (
        <Card flush>
          {value.templates.map((template) => (
            <Row key={template.id} title={template.name} detail={<><View>{template.text}</View><Badge>{usesOf(template)}</Badge></>} onTap={may ? () => setEditing({ template }) : undefined} />
          ))}
        </Card>
      )}
      {editing ? (
        <TemplateSheet
          key={editing.template?.id ?? 'new'}
          state={value}
          template={editing.template}
          onClose={() => setEditing(undefined)}
          onDone={() => { setEditing(undefined); void reload() }}
        />
      ) : null}
    </View>
  )
}
