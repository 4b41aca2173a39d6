import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Area, Centre } from '@shared/centre/centre'
import { roomsOn } from '../../centre/plan-rooms'
import { PageFrame } from '../../frame/page-frame'
import { StaleNotice } from '../../frame/stale-notice'
import { call } from '../../platform/device'
import { open } from '../../platform/navigate'
import { useShare } from '../../platform/share'
import { useCentre } from '../../state/centre'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FloorPlan } from '../../ui/floor-plan'
import { Row } from '../../ui/row'
import { Sheet } from '../../ui/sheet'
import { ErrorState, Notice } from '../../ui/states'
import { Skeleton } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import { HoursCard } from './hours-card'
import './index.scss'

const words = texts.hall

/** 大厅: the floors and areas as a plan drawn from the centre's data, hours, facilities, telephones. */
export default function HallPage() {
  const { value: centre, problem, stale, reload } = useCentre()
  useShare(() => ({ title: centre?.name ?? words.title, page: 'pages/hall/index', query: {} }))
  return (
    <PageFrame title={words.title}>
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={() => void reload()} /> : null}
      <StaleNotice stale={stale} onRetry={() => void reload()} />
      {!centre && !problem ? <Skeleton lines={10} label={texts.common.loading} /> : null}
      {centre ? <Hall centre={centre} /> : null}
    </PageFrame>
  )
}

function Hall({ centre }: { readonly centre: Centre }) {
  const drawn = centre.floors.filter(({ id }) => roomsOn(centre, id).length > 0)
  const [floorId, setFloor] = useState(drawn[0]?.id ?? centre.floors[0].id)
  const [area, setArea] = useState<Area>()
  const floor = centre.floors.find(({ id }) => id === floorId) ?? centre.floors[0]
  const rooms = roomsOn(centre, floor.id, area?.id)
  const areas = centre.areas.filter(({ floors }) => floors.includes(floor.id))
  return (
    <>
      <View className='hall__name' role='heading' aria-level='1'>{centre.name}</View>
      <View className='hall__address'>{centre.address}</View>
      {centre.sampleNote ? <Notice tone='warn'>{centre.sampleNote}</Notice> : null}
      <Card>
        <Tabs label={words.floors} tabs={centre.floors.map(({ id, name }) => ({ value: id, label: name }))} chosen={floor.id} onChoose={setFloor} />
        {rooms.length > 0 ? (
          <>
            <FloorPlan label={words.plan(floor.name)} rooms={rooms} onTap={(key) => setArea(centre.areas.find(({ id }) => `area:${id}` === key))} />
            <View className='hall__hint'>{words.tapHint}</View>
          </>
        ) : null}
        <View className='hall__title'>{words.facilities}</View>
        <View className='hall__facilities'>{floor.facilities.map((facility) => <Badge key={facility}>{facility}</Badge>)}</View>
      </Card>
      {areas.length > 0 ? (
        <Card title={words.areas} flush>
          {areas.map((one) => <Row key={one.id} title={one.name} detail={one.what} onTap={() => setArea(one)} />)}
        </Card>
      ) : null}
      <HoursCard centre={centre} />
      <Card title={words.telephones} flush>
        {([[words.desk, centre.telephones.desk], [words.complaintLine, centre.telephones.complaint], [words.hotline, centre.telephones.hotline]] as const).map(([name, number]) => (
          <Row key={name} title={name} aside={number} onTap={() => void call(number)} />
        ))}
      </Card>
      <AreaSheet area={area} centre={centre} onClose={() => setArea(undefined)} />
    </>
  )
}

function AreaSheet({ area, centre, onClose }: { readonly area: Area | undefined; readonly centre: Centre; readonly onClose: () => void }) {
  const windows = centre.windows.filter((window) => area !== undefined && window.area === area.id)
  const floors = centre.floors.filter(({ id }) => area?.floors.includes(id)).map(({ name }) => name).join('、')
  return (
    <Sheet open={area !== undefined} title={area?.name ?? ''} closeLabel={texts.common.close} onClose={onClose}>
      <View className='hall__address'>{floors}</View>
      <View>{area?.what}</View>
      {windows.length > 0 ? <View className='hall__facilities hall__windows'>{windows.map(({ id, name }) => <Badge key={id}>{name}</Badge>)}</View> : null}
      <View className='hall__actions'>
        <Button wide onTap={() => {
          if (area) void open('pages/items/index', { facet: 'area', value: area.id, name: area.name })
          onClose()
        }}>{words.areaItems}</Button>
        {area?.telephone ? <Button wide kind='plain' onTap={() => void call(area.telephone ?? '')}>{`${words.areaTelephone} ${area.telephone}`}</Button> : null}
      </View>
    </Sheet>
  )
}
