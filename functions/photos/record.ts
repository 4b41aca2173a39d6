import * as v from 'valibot'
import { photoArea, photoStateList, photoTypes, type PictureState } from '@shared/photos/photo'

/** A photo, as it is stored; its files are in the object store under the keys below. */
export const photoRecord = v.object({
  centre: v.string(),
  id: v.string(),
  /** Who uploaded it: a citizen, or a member of staff as evidence. */
  citizen: v.optional(v.string()),
  staff: v.optional(v.string()),
  type: v.picklist(photoTypes),
  state: v.picklist(photoStateList),
  createdAt: v.string(),
  /** The complaint that it belongs to; none while it waits. */
  complaint: v.optional(v.string()),
  /** WeChat's number of the check that was ordered. */
  trace: v.optional(v.string()),
  /** Instant by which the verdict must have come. */
  checkBy: v.optional(v.string()),
  /** Newest picture that was made: 0 is the upload without blacked-out parts. None: only the upload is there. */
  version: v.optional(v.number()),
  /** The areas that are to be black, and the version that has them all; a higher one than `version` is still to be drawn. */
  blackouts: v.optional(v.object({ version: v.number(), areas: v.array(photoArea) })),
  /** How often making the next picture was begun. */
  attempts: v.optional(v.number(), 0),
  /** When staff asked last to try again. */
  askedAgain: v.optional(v.string()),
})
/** A photo, as it is stored. */
export type PhotoRecord = v.InferOutput<typeof photoRecord>

/** Most attempts to make a picture; then a person is asked. */
export const mostAttempts = 5

/** Key of an upload as it came: in quarantine, read by the processing only, gone when the picture has been made. */
export const uploadKey = (centre: string, id: string): string => `quarantine/${centre}/${id}`

/** Where uploads were kept by records without a `version`. */
export const formerUploadKey = (centre: string, id: string): string => `photos/${centre}/${id}`

/** Key of a version's picture, whole or small. */
export const pictureKey = (centre: string, id: string, version: number, size: 'full' | 'small'): string => `photos/${centre}/${id}/${version}-${size}.jpg`

/** Every key under which a photo may have a file, when `last` is the highest version that was ever begun. */
export function allKeys(centre: string, id: string, last: number): string[] {
  const versions = Array.from({ length: last + 1 }, (_, version) => version)
  return [uploadKey(centre, id), formerUploadKey(centre, id), ...versions.flatMap((it) => [pictureKey(centre, id, it, 'full'), pictureKey(centre, id, it, 'small')])]
}

/** The highest version that was ever begun. */
export const lastVersion = ({ version, blackouts }: Pick<PhotoRecord, 'version' | 'blackouts'>): number => Math.max(version ?? 0, blackouts?.version ?? 0)

/** How far the picture is. */
export function pictureState({ version, blackouts, attempts, state }: PhotoRecord): PictureState {
  if (version === undefined || state === 'refused') return 'none'
  if (!blackouts || blackouts.version <= version) return 'ready'
  return attempts >= mostAttempts ? 'failed' : 'drawing'
}

/** The version that may be shown: the newest, unless parts of it are still to be made black. */
export const shownVersion = (photo: PhotoRecord): number | undefined => (pictureState(photo) === 'ready' ? photo.version : undefined)

/** Whether a picture is still to be made. */
export function needsPicture({ state, version, blackouts }: PhotoRecord): boolean {
  if (state === 'waiting' || state === 'refused') return false
  return version === undefined || (blackouts !== undefined && blackouts.version > version)
}
