import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { maxPhotos } from '@shared/complaints/complaint'
import { usePhotos, type PhotoRoutes } from '../../complaints/use-photos'
import { call } from '../../platform/request'
import { texts } from '../../texts'
import { act as words } from '../../texts/staff/complaints'
import { PhotoPicker } from '../../ui/photo-picker'
import type { DraftPhotos } from '../drafts/use-draft'
import { Labelled } from '../frame/labelled'

const ofStaff: PhotoRoutes = {
  ticket: (body) => call(routes.photos.staffTicket, { params: {}, body }),
  uploaded: (id) => call(routes.photos.staffUploaded, { params: { id }, body: {} }),
}

/** Photos of what was put right. */
export interface EvidencePhotosProps {
  readonly drafted: DraftPhotos
  /** Some are still being sent, or could not be. */
  readonly onWaiting: (waiting: boolean) => void
}

/** Takes photos of what was put right; each is sent as soon as it is chosen. */
export function EvidencePhotos({ drafted: { form, photos, change }, onWaiting }: EvidencePhotosProps) {
  const picker = usePhotos(form, photos, change, ofStaff)
  const waiting = picker.sending || picker.failed
  useEffect(() => { onWaiting(waiting) }, [waiting, onWaiting])
  return (
    <Labelled id='act-photos' label={words.photos} hint={words.photosHint}>
      <PhotoPicker photos={picker.tiles} max={maxPhotos} words={texts.complaint.photo} onAdd={picker.add} onRemove={picker.remove} onRetry={picker.retry} onShow={picker.show} />
      {waiting ? <View className='quiet' role='status'>{words.photosWaiting}</View> : null}
    </Labelled>
  )
}
