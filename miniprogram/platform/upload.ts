import Taro from '@tarojs/taro'
import type { UploadTicket } from '@shared/photos/photo'
import { ServiceError } from '@shared/errors/service-error'
import { addressOf } from './http'
import { hasNetwork } from './network'
import { OfflineError } from './offline-error'

/** A photo on this device that is to be sent. */
export interface LocalPhoto {
  /** Path or blob address that Image shows. */
  readonly path: string
  readonly bytes: number
  readonly type: 'image/jpeg' | 'image/png' | undefined
}

/** Milliseconds for one photo; a weak network takes its time over 10 MB. */
const timeout = 120_000

/** Sends a photo by its ticket; `onProgress` hears 0–100. Rejects with `ServiceError`. */
export async function upload(photo: LocalPhoto, ticket: UploadTicket, onProgress: (percent: number) => void): Promise<void> {
  const status = await new Promise<number>((resolve, reject) => {
    const task = Taro.uploadFile({
      url: /^https?:/.test(ticket.url) ? ticket.url : addressOf(ticket.url),
      filePath: photo.path,
      name: 'file',
      formData: ticket.fields,
      timeout,
      withCredentials: false,
      success: ({ statusCode }) => resolve(statusCode),
      fail: reject,
    })
    // In a browser the task comes before its promise settles; a refused promise is heard through `fail`.
    void Promise.resolve(task).catch(() => undefined)
    task.onProgressUpdate?.(({ progress }) => onProgress(progress))
  }).catch(async () => {
    throw await hasNetwork() ? new ServiceError('unavailable') : new OfflineError()
  })
  if (status >= 400) throw new ServiceError(status === 413 ? 'photo-too-large' : status >= 500 ? 'unavailable' : 'photo-not-image')
}

/** Shows photos large. */
export function preview(addresses: readonly string[], at: string): void {
  void Taro.previewImage({ urls: [...addresses], current: at })
}
