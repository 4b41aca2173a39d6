import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { maxPhotos, maxText } from '@shared/complaints/complaint'
import { usePhotos } from '../../complaints/use-photos'
import { now } from '../../platform/clock'
import { centre } from '../../platform/config'
import { randomKey } from '../../platform/random'
import { call } from '../../platform/request'
import { changedPhotos, stillThere, type SentPhoto } from '../../state/draft-photos'
import { useKept } from '../../state/kept'
import { forgetPendingPhotos } from '../../state/pending-photos'
import { changeReply, forgetReply, giveKey, replyDrafts } from '../../state/reply-drafts'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'
import { useAct, type ActionProps } from './use-act'

const words = texts.complaint

/** Adds to a complaint, or answers the centre's question; what is typed, and the photos, are kept on the device until it is sent. Folded until wanted, unless the centre asks or something is written. */
export function ReplyCard({ complaint, asked, filled, ...more }: ActionProps & {
  /** The centre has asked and waits for it. */
  readonly asked: boolean
  /** Changes when the draft was filled from elsewhere. */
  readonly filled: number
}) {
  const draft = useKept(replyDrafts)[complaint.id]
  const [round, setRound] = useState(0)
  const [wanted, setWanted] = useState(false)
  const { busy, problem, setProblem, act } = useAct('reply', more)
  const { id } = complaint
  const form = `reply/${id}`
  const text = draft?.text ?? ''
  const photos = stillThere(draft?.photos ?? [], now())
  const changePhotos = useCallback((how: (photos: readonly SentPhoto[]) => readonly SentPhoto[]) => changeReply(id, (before) => ({ photos: changedPhotos(before.photos, how, now()) })), [id])
  const picker = usePhotos(form, photos, changePhotos)
  const type = (words: string) => {
    setWanted(true)
    changeReply(id, () => ({ text: words }))
  }
  const send = async () => {
    if (!text.trim()) return setProblem(words.replyMissing)
    await act(async () => {
      const clientKey = draft?.clientKey || await randomKey()
      giveKey(id, clientKey)
      const changed = await call(routes.complaints.reply, { params: { centre, id }, body: { clientKey, text: text.trim(), photos: photos.map((photo) => photo.id) } })
      forgetReply(id)
      forgetPendingPhotos(form)
      setWanted(false)
      setRound(round + 1)
      return changed
    }, text)
  }
  const empty = text === '' && picker.tiles.length === 0
  if (!asked && !wanted && empty) return <View className='my-complaint__way'><Button kind='plain' wide onTap={() => setWanted(true)}>{words.replyMore}</Button></View>
  return (
    <Card>
      <Field key={`${round} ${filled}`} id='reply' label={words.reply} placeholder={words.replyPlaceholder} initial={text} multiline max={maxText} error={problem} onInput={type} />
      <PhotoPicker photos={picker.tiles} max={maxPhotos} words={words.photo} onAdd={picker.add} onRemove={picker.remove} onRetry={picker.retry} onShow={picker.show} />
      <View className='my-complaint__send'>
        <Button wide busy={busy} disabled={picker.sending || picker.failed} onTap={() => void send()}>{words.replySend}</Button>
        {asked || !empty ? null : <Button kind='text' onTap={() => setWanted(false)}>{texts.common.cancel}</Button>}
      </View>
    </Card>
  )
}
