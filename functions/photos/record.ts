import * as v from 'valibot'
import { photoStates, photoTypes, type PhotoState } from '@shared/photos/photo'

/** A photo, as it is stored; the file is in the object store under `fileKey`. */
export const photoRecord = v.object({
  centre: v.string(),
  id: v.string(),
  citizen: v.string(),
  type: v.picklist(photoTypes),
  state: v.picklist(Object.keys(photoStates) as PhotoState[]),
  createdAt: v.string(),
  /** The complaint that it belongs to; none while it waits. */
  complaint: v.optional(v.string()),
  /** WeChat's number of the check that was ordered. */
  trace: v.optional(v.string()),
  /** Instant by which the verdict must have come. */
  checkBy: v.optional(v.string()),
})
/** A photo, as it is stored. */
export type PhotoRecord = v.InferOutput<typeof photoRecord>

/** Key of a photo's file in the object store. */
export const fileKey = (centre: string, id: string): string => `photos/${centre}/${id}`
