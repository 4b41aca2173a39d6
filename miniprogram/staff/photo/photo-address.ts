import { addressOf } from '../../platform/http'

/** Where Image finds a photo: the store gives a whole address, or a path below the API's host. */
export const photoAddress = (url: string): string => (/^https?:/.test(url) ? url : addressOf(url))
