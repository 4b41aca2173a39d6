import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { maxPhotos, maxText } from '@shared/complaints/complaint'
import { usePhotos, type SentPhoto } from '../../complaints/use-photos'
import { centre } from '../../platform/config'
import { randomKey } from '../../platform/random'
import { call } from '../../platform/request'
import { useKept } from '../../state/kept'
import { replyDrafts } from '../../state/reply-drafts'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'
import { useAct, type ActionProps } from './use-act'

const words = texts.complaint

/** Adds to a complaint, or answers the centre's question; what is typed is kept on the device until it is sent. Folded until wanted, unless the centre asks or something is written. */
export function ReplyCard({ complaint, asked, filled, ...more }: ActionProps & {
  /** The centre has asked and waits for it. */
  readonly asked: boolean
  /** Changes when the draft was filled from elsewhere. */
  readonly filled: number
}) {
  const draft = useKept(replyDrafts)[complaint.id]
  const [form, setForm] = useState(0)
  const [wanted, setWanted] = useState(false)
  const [photos, setPhotos] = useState<readonly SentPhoto[]>([])
  const { busy, problem, setProblem, act } = useAct('reply', more)
  const picker = usePhotos(photos, (how) => setPhotos(how))
  const text = draft?.text ?? ''
  const type = (words: string) => {
    setWanted(true)
    replyDrafts.change((drafts) => ({ ...drafts, [complaint.id]: { clientKey: drafts[complaint.id]?.clientKey ?? '', text: words } }))
  }
  const send = async () => {
    if (!text.trim()) return setProblem(words.replyMissing)
    await act(async () => {
      const clientKey = draft?.clientKey || await randomKey()
      replyDrafts.change((drafts) => ({ ...drafts, [complaint.id]: { clientKey, text } }))
      const changed = await call(routes.complaints.reply, { params: { centre, id: complaint.id }, body: { clientKey, text: text.trim(), photos: photos.map(({ id }) => id) } })
      replyDrafts.change(({ [complaint.id]: _, ...others }) => others)
      setPhotos([])
      setWanted(false)
      setForm(form + 1)
      return changed
    }, text)
  }
  const empty = text === '' && picker.tiles.length === 0
  if (!asked && !wanted && empty) return <View className='my-complaint__way'><Button kind='plain' wide onTap={() => setWanted(true)}>{words.replyMore}</Button></View>
  return (
    <Card>
      <Field key={`${form} ${filled}`} id='reply' label={words.reply} placeholder={words.replyPlaceholder} initial={text} multiline max={maxText} error={problem} onInput={type} />
      <PhotoPicker photos={picker.tiles} max={maxPhotos} words={words.photo} onAdd={picker.add} onRemove={picker.remove} onRetry={picker.retry} onShow={picker.show} />
      <View className='my-complaint__send'>
        <Button wide busy={busy} disabled={picker.sending || picker.failed} onTap={() => void send()}>{words.replySend}</Button>
        {asked || !empty ? null : <Button kind='text' onTap={() => setWanted(false)}>{texts.common.cancel}</Button>}
      </View>
    </Card>
  )
}
