import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { photosHandler } from './apps/photos'

/** The Lambda `photos`. */
export const handler = photosHandler(createCore(readConfig(process.env)))
