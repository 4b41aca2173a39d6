import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { complaintKindList, complaintKinds, type ComplaintKind } from '@shared/complaints/kinds'
import { maxPhotos, maxText } from '@shared/complaints/complaint'
import { clearDraft, draftForm, ensureDraftKey } from '../../complaints/start-draft'
import { PhoneButton } from '../../complaints/phone-button'
import { usePhotos } from '../../complaints/use-photos'
import { PageFrame } from '../../frame/page-frame'
import { confirm } from '../../platform/feedback'
import { open } from '../../platform/navigate'
import { hasAccount } from '../../platform/session'
import { complaintDraft, draftProblems, isTouched, type Draft } from '../../state/draft'
import type { SentPhoto } from '../../state/draft-photos'
import { useKept } from '../../state/kept'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { PhotoPicker } from '../../ui/photo-picker'
import { Notice } from '../../ui/states'
import { SwitchRow } from '../../ui/switch-row'
import { SimilarCases } from './similar-cases'
import { useSubmit } from './use-submit'
import { WhereCard } from './where-card'
import './index.scss'

const words = texts.complaint
const kinds = complaintKindList.map((value) => ({ value, label: complaintKinds[value] }))

/** 找茬: raise a complaint. Everything typed is a draft on this device until the server has acknowledged it. */
export default function ComplainPage() {
  const draft = useKept(complaintDraft)
  // Fields are not controlled: a cleared draft comes into them as new fields.
  const [form, setForm] = useState(0)
  const change = useCallback((part: Partial<Draft>) => {
    complaintDraft.change((before) => ({ ...before, ...part }))
    void ensureDraftKey()
  }, [])
  const changePhotos = useCallback((how: (photos: readonly SentPhoto[]) => readonly SentPhoto[]) => {
    complaintDraft.change((before) => ({ ...before, photos: [...how(before.photos)] }))
    void ensureDraftKey()
  }, [])
  const photos = usePhotos(draftForm, draft.photos, changePhotos)
  const { submit, sending, missing: asked, problem } = useSubmit(() => setForm((count) => count + 1))
  // What has been put right since is no longer missing.
  const missing = asked.filter((it) => draftProblems(draft).includes(it))
  const placeProblems = Object.entries(problem?.fields ?? {}).filter(([field]) => field.startsWith('where.')).map(([, sentence]) => sentence)
  const discard = async () => {
    if (!await confirm({ title: words.discardTitle, detail: words.discardDetail, yes: words.discardYes, no: texts.common.cancel })) return
    clearDraft()
    setForm(form + 1)
  }
  return (
    <PageFrame title={words.title}>
      <View className='complain__lead' role='heading' aria-level='1'>{words.lead}</View>
      <View className='complain__detail'>{words.leadDetail}</View>
      <Card title={words.kind}>
        <Chips label={words.kind} choices={kinds} chosen={draft.kind ? [draft.kind] : []} single onChoose={(kind: ComplaintKind) => change({ kind })} />
        {draft.kind
          ? <View className='complain__hint'>{words.kindHints[draft.kind]}</View>
          : complaintKindList.map((kind) => <View key={kind} className='complain__kind'>{`${complaintKinds[kind]}：${words.kindHints[kind]}`}</View>)}
        {missing.includes('kind') ? <View className='complain__missing' role='alert'>{words.kindMissing}</View> : null}
      </Card>
      <Card>
        <Field
          key={`text-${form}`}
          id='complaint-text'
          label={words.text}
          hint={words.textHint}
          placeholder={words.textPlaceholder}
          initial={draft.text}
          multiline
          max={maxText}
          error={missing.includes('text') ? words.textMissing : problem?.fields.text}
          onInput={(text) => change({ text })}
        />
        <SimilarCases draft={draft} />
      </Card>
      <WhereCard draft={draft} problems={problem?.fields} onChange={change} />
      <Card title={words.photos + texts.common.optional}>
        <View className='complain__hint'>{words.photosHint}</View>
        <PhotoPicker photos={photos.tiles} max={maxPhotos} words={words.photo} onAdd={photos.add} onRemove={photos.remove} onRetry={photos.retry} onShow={photos.show} />
      </Card>
      <Card>
        <Field key={`contact-${form}`} id='complaint-contact' label={words.contact} optional={texts.common.optional} hint={words.contactHint} initial={draft.contact} max={60} error={problem?.fields.contact} onInput={(contact) => change({ contact })} />
        <PhoneButton onNumber={(contact) => { change({ contact }); setForm((count) => count + 1) }} />
        <Field key={`name-${form}`} id='complaint-name' label={words.name} optional={texts.common.optional} initial={draft.name} max={20} error={problem?.fields.name} onInput={(name) => change({ name })} />
        {draft.name.trim() ? <SwitchRow title={words.showName} detail={words.showNameDetail} on={draft.showName} onChange={(showName) => change({ showName })} /> : null}
      </Card>
      {problem ? <Notice tone='bad'>{[problem.message, ...placeProblems].map((line) => <View key={line}>{line}</View>)}</Notice> : null}
      {missing.length > 0 ? <Notice tone='bad'>{words.missing(missing.map((it) => (it === 'kind' ? words.kindMissing : words.textMissing)))}</Notice> : null}
      {photos.failed ? <Notice tone='warn'>{words.failedPhotos}</Notice> : null}
      <Button wide busy={sending} disabled={photos.sending || photos.failed} onTap={() => void submit()}>{photos.sending ? words.waitForPhotos : words.submit}</Button>
      {isTouched(draft) ? (
        <View className='complain__draft'>
          {words.draftKept}
          <Button kind='text' onTap={() => void discard()}>{words.discard}</Button>
        </View>
      ) : null}
      <View className='complain__ways-on'>
        {hasAccount() ? <Button kind='plain' wide onTap={() => void open('pages/complaints/index')}>{words.mine}</Button> : null}
        <Button kind='text' wide onTap={() => void open('pages/answers/index')}>{words.answers}</Button>
      </View>
    </PageFrame>
  )
}
