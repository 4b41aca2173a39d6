import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { adminApp } from './apps/admin'

/** The Lambda `admin`. */
export const handler = adminApp(createCore(readConfig(process.env))).handle
