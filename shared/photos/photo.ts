import * as v from 'valibot'
import { instant, randomId, wholeNumber } from '../api/fields'

/** Largest photo, bytes: WeChat's image check takes no more. */
export const maxPhotoBytes = 10 * 1024 * 1024

/** Most pixels of a photo that are decoded: a phone's 50-megapixel mode. A file of some kilobytes can claim billions. */
export const maxPhotoPixels = 51_000_000

/** Longest side, pixels, of the photo that people see, and of the small one in lists. */
export const longestSide = { full: 2048, small: 480 } as const

/** Kinds of photo that are taken; WeChat hands out these two whatever the phone's own format. */
export const photoTypes = ['image/jpeg', 'image/png'] as const
/** Kind of photo. */
export type PhotoType = (typeof photoTypes)[number]

/** States of a photo: asked for, uploaded and found whole, part of a complaint and being checked, then a verdict or none in time; or not to be decoded. */
export const photoStates = {
  waiting: '等待上传',
  uploaded: '已上传',
  checking: '审核中',
  pass: '已通过',
  review: '待人工审核',
  risky: '未通过',
  expired: '审核超时，待人工审核',
  refused: '照片打不开',
} as const
/** State of a photo. */
export type PhotoState = keyof typeof photoStates
/** Every state of a photo. */
export const photoStateList = Object.keys(photoStates) as PhotoState[]

/** Leave to upload one photo: a multipart POST of `fields` and then the file under `file` to `url`. */
export const uploadTicket = v.strictObject({
  id: randomId,
  url: v.string(),
  fields: v.record(v.string(), v.string()),
  expiresAt: instant,
})
/** Leave to upload one photo. */
export type UploadTicket = v.InferOutput<typeof uploadTicket>

/** Sides of a photo are measured in ten-thousandths, so that an area means the same on every screen and in every size of the photo. */
export const areaScale = 10_000
/** Most areas that are blacked out in one photo. */
export const maxAreas = 60

const part = (min: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(areaScale))

/** A rectangle of a photo, in ten-thousandths of its width and height from the upper left corner. */
export const photoArea = v.pipe(
  v.strictObject({ x: part(0), y: part(0), width: part(1), height: part(1) }),
  v.check((it) => it.x + it.width <= areaScale && it.y + it.height <= areaScale, '超出了照片'),
)
/** A rectangle of a photo. */
export type PhotoArea = v.InferOutput<typeof photoArea>

/** How far a photo's picture is: none could be made yet, it can be seen, parts are being blacked out, or that did not succeed. */
export const pictureStates = ['none', 'ready', 'drawing', 'failed'] as const
/** How far a photo's picture is. */
export type PictureState = (typeof pictureStates)[number]

/** A photo as it goes with a complaint. */
export const shownPhoto = v.strictObject({
  id: randomId,
  state: v.picklist(photoStateList),
  /** Where it can be fetched for some minutes; only when it may be seen. */
  url: v.optional(v.string()),
  /** The same, small. */
  small: v.optional(v.string()),
  /** For staff only. */
  staff: v.optional(v.strictObject({
    picture: v.picklist(pictureStates),
    /** Version of the picture: 0 as it was taken, one more with each blacking out. */
    version: v.optional(wholeNumber),
    /** How many areas are black. */
    areas: wholeNumber,
  })),
})
/** A photo as it goes with a complaint. */
export type ShownPhoto = v.InferOutput<typeof shownPhoto>
