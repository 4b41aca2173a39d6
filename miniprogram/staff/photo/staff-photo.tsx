import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { may } from '@shared/accounts/permissions'
import type { StaffRole } from '@shared/accounts/roles'
import { routes } from '@shared/api/routes'
import { photoStates, type PhotoArea, type ShownPhoto } from '@shared/photos/photo'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { photos as words } from '../../texts/staff/photos'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import { Tappable } from '../../ui/tappable'
import { useSending } from '../frame/use-sending'
import { photoAddress } from './photo-address'
import { BlackOutSheet } from './black-out-sheet'

/** One photo of a complaint. */
export interface StaffPhotoProps {
  readonly photo: ShownPhoto
  readonly number: number
  readonly role: StaffRole
  readonly onEnlarge: () => void
  /** Something about the photo is different now. */
  readonly onChanged: () => void
}

const needsPerson = ({ state }: ShownPhoto) => state === 'review' || state === 'expired'

/** Why there is no picture. */
function noPictureWords({ state, staff }: ShownPhoto): string {
  if (state === 'refused') return words.refused
  if (state === 'risky') return words.hidden
  if (staff?.picture === 'drawing') return words.drawing
  if (staff?.picture === 'failed') return words.drawFailed
  return state === 'checking' ? words.making : words.notMade
}

/** Whether staff may ask for another attempt: the picture is not there, and nobody is waiting for the first. */
const canAskAgain = ({ state, staff }: ShownPhoto) => state !== 'refused' && (staff?.picture === 'failed' || (staff?.picture === 'none' && state !== 'checking'))

/** The photo with its state, and what can be done with it: judge, black out, look at the original, try again. */
export function StaffPhoto({ photo, number, role, onEnlarge, onChanged }: StaffPhotoProps) {
  const { id, state, url, small, staff } = photo
  const sending = useSending()
  const [open, setOpen] = useState<{ url: string; original?: readonly PhotoArea[] }>()
  const act = (what: () => Promise<unknown>, told: string) => sending.send(async () => {
    await what()
    toast(told)
    onChanged()
  })
  const judge = (verdict: 'pass' | 'risky') => void act(() => call(routes.photos.judge, { params: { id }, body: { verdict } }), words.judged)
  const seeOriginal = async () => {
    if (!(await confirm({ title: words.originalAsk, detail: words.originalAskDetail, yes: words.originalYes, no: words.originalNo }))) return
    await sending.send(async () => {
      const { url: address, areas } = await call(routes.photos.original, { params: { id }, body: {} })
      setOpen({ url: photoAddress(address), original: areas })
    })
  }
  const blackOut = (areas: readonly PhotoArea[]) => void act(async () => {
    await call(routes.photos.blackOut, { params: { id }, body: { expectedVersion: staff?.version ?? 0, areas: [...areas], instead: open?.original !== undefined } })
    setOpen(undefined)
  }, words.done)
  const areas = staff?.areas ?? 0
  return (
    <View className='photos-seen__one'>
      {url ? (
        <Tappable className='photos-seen__frame' label={words.enlarge(number)} onTap={onEnlarge}>
          <Image className='photos-seen__image' src={photoAddress(small ?? url)} mode='aspectFill' />
        </Tappable>
      ) : <View className='photos-seen__frame photos-seen__none' role='status'>{noPictureWords(photo)}</View>}
      {state === 'pass' ? null : <Badge tone={state === 'risky' || state === 'refused' ? 'bad' : 'warn'}>{photoStates[state]}</Badge>}
      {areas > 0 && url ? <Badge>{words.blackened(areas)}</Badge> : null}
      {needsPerson(photo) && url ? (
        <View className='button-row' role='group' aria-label={words.judge}>
          <Button kind='plain' disabled={sending.busy} onTap={() => judge('pass')}>{words.pass}</Button>
          <Button kind='danger' disabled={sending.busy} onTap={() => judge('risky')}>{words.risky}</Button>
        </View>
      ) : null}
      <View className='button-row'>
        {url && staff?.version !== undefined ? <Button kind='text' disabled={sending.busy} onTap={() => setOpen({ url: photoAddress(url) })}>{words.blackOut}</Button> : null}
        {areas > 0 && staff?.picture === 'ready' && may(role, 'photo.original') ? <Button kind='text' disabled={sending.busy} onTap={() => void seeOriginal()}>{words.original}</Button> : null}
        {canAskAgain(photo) ? <Button kind='text' disabled={sending.busy} onTap={() => void act(() => call(routes.photos.again, { params: { id }, body: {} }), words.againAsked)}>{words.again}</Button> : null}
      </View>
      {sending.problem && !open ? <Notice tone='bad'>{sending.problem.message}</Notice> : null}
      {open ? <BlackOutSheet id={id} {...open} sending={sending} onSend={blackOut} onClose={() => { sending.clear(); setOpen(undefined) }} /> : null}
    </View>
  )
}
