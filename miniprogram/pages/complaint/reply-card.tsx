import { useState } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { maxPhotos, maxText, type CitizenComplaint } from '@shared/complaints/complaint'
import { usePhotos, type SentPhoto } from '../../complaints/use-photos'
import { centre } from '../../platform/config'
import { randomKey } from '../../platform/random'
import { call } from '../../platform/request'
import { useKept } from '../../state/kept'
import { problemOf } from '../../state/problem'
import { replyDrafts } from '../../state/reply-drafts'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'

const words = texts.complaint

/** What the two cards below a complaint need. */
export interface ActionProps {
  readonly complaint: CitizenComplaint
  /** The complaint after the action. */
  readonly onChange: (it: CitizenComplaint) => void
  /** Somebody else was quicker: fetch it anew. */
  readonly onStale: () => void
}

/** Adds to a complaint, or answers the centre's question; what is typed is kept on the device until it is sent. */
export function ReplyCard({ complaint, onChange, onStale }: ActionProps) {
  const draft = useKept(replyDrafts)[complaint.id]
  const [form, setForm] = useState(0)
  const [photos, setPhotos] = useState<readonly SentPhoto[]>([])
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState('')
  const picker = usePhotos(photos, (how) => setPhotos(how))
  const text = draft?.text ?? ''
  const type = (words: string) => replyDrafts.change((drafts) => ({ ...drafts, [complaint.id]: { clientKey: drafts[complaint.id]?.clientKey ?? '', text: words } }))
  const send = async () => {
    if (!text.trim()) return setProblem(words.replyMissing)
    setSending(true)
    setProblem('')
    try {
      const clientKey = draft?.clientKey || await randomKey()
      replyDrafts.change((drafts) => ({ ...drafts, [complaint.id]: { clientKey, text } }))
      const changed = await call(routes.complaints.reply, { params: { centre, id: complaint.id }, body: { clientKey, text: text.trim(), photos: photos.map(({ id }) => id) } })
      replyDrafts.change(({ [complaint.id]: _, ...others }) => others)
      setPhotos([])
      setForm(form + 1)
      onChange(changed)
    } catch (error) {
      const { message, code } = problemOf(error)
      setProblem(message)
      if (code === 'version-conflict' || code === 'action-not-possible') onStale()
    } finally {
      setSending(false)
    }
  }
  return (
    <Card>
      <Field key={form} id='reply' label={words.reply} placeholder={words.replyPlaceholder} initial={text} multiline max={maxText} error={problem} onInput={type} />
      <PhotoPicker photos={picker.tiles} max={maxPhotos} words={words.photo} onAdd={picker.add} onRemove={picker.remove} onRetry={picker.retry} onShow={picker.show} />
      <View className='my-complaint__detail'>
        <Button wide busy={sending} disabled={picker.sending || picker.failed} onTap={() => void send()}>{words.replySend}</Button>
      </View>
    </Card>
  )
}
