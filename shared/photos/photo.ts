import * as v from 'valibot'
import { instant, randomId } from '../api/fields'

/** Largest photo, bytes: WeChat's image check takes no more. */
export const maxPhotoBytes = 10 * 1024 * 1024

/** Kinds of photo that are taken. */
export const photoTypes = ['image/jpeg', 'image/png'] as const
/** Kind of photo. */
export type PhotoType = (typeof photoTypes)[number]

/** States of a photo: asked for, uploaded and attached, being checked, then a verdict or none in time. */
export const photoStates = {
  waiting: '等待上传',
  checking: '审核中',
  pass: '已通过',
  review: '待人工审核',
  risky: '未通过',
  expired: '审核超时，待人工审核',
} as const
/** State of a photo. */
export type PhotoState = keyof typeof photoStates

/** Leave to upload one photo: a multipart POST of `fields` and then the file under `file` to `url`. */
export const uploadTicket = v.strictObject({
  id: randomId,
  url: v.string(),
  fields: v.record(v.string(), v.string()),
  expiresAt: instant,
})
/** Leave to upload one photo. */
export type UploadTicket = v.InferOutput<typeof uploadTicket>
