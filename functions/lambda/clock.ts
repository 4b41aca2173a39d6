import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { clockHandler } from './apps/clock'

/** The Lambda `clock`. */
export const handler = clockHandler(createCore(readConfig(process.env)))
