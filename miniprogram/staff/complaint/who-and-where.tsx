import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { channels } from '@shared/complaints/codes'
import type { StaffComplaint } from '@shared/complaints/complaint'
import { open } from '../../platform/navigate'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { complaint as words } from '../../texts/staff/complaints'
import { Tappable } from '../../ui/tappable'
import { areaName, officeName, windowName } from '../centre/names'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { Contact } from './contact'

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <View className='who__fact'>
      <View className='who__name'>{name}</View>
      <View className='who__value'>{children}</View>
    </View>
  )
}

function ItemLink({ id }: { readonly id: string }) {
  const { value } = useStaffLoaded(`item ${id}`, () => call(routes.items.staffGet, { params: { id } }))
  return <Tappable role='link' className='who__link' onTap={() => void open('staff/item/index', { id })}>{value?.name ?? id}</Tappable>
}

/** Where it happened, and how to reach the citizen. */
export function WhoAndWhere({ complaint }: { readonly complaint: StaffComplaint }) {
  const { value: centre } = useCentre()
  const { item, area, window, online } = complaint.where
  const { helping, plan, decision, extension, channel } = complaint
  const places = [areaName(centre, area), windowName(centre, window), online ? words.online : undefined].filter(Boolean).join(' · ')
  return (
    <View className='who'>
      {item ? <Fact name={words.item}><ItemLink id={item} /></Fact> : null}
      {places || !item ? <Fact name={words.where}>{places || words.noWhere}</Fact> : null}
      {helping.length > 0 ? <Fact name={words.helping}>{helping.map((id) => officeName(centre, id) ?? id).join('、')}</Fact> : null}
      {decision ? <Fact name={words.decision}>{words.decisionOf(decision.text, decision.date, decision.by)}</Fact> : null}
      {plan ? <Fact name={words.plan}>{words.planOf(plan.text, plan.due)}</Fact> : null}
      {extension ? <Fact name={words.extension}>{words.extensionOf(extension.due, extension.reason, extension.by)}</Fact> : null}
      {channel !== 'app' ? <Fact name={words.channel}>{channels[channel]}</Fact> : null}
      {complaint.name ? <Fact name={words.name}>{complaint.name}</Fact> : null}
      {complaint.hasContact ? <Fact name={words.contact}><Contact key={complaint.id} complaint={complaint.id} /></Fact> : null}
    </View>
  )
}
