import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { complaintsApp } from './apps/complaints'

/** The Lambda `complaints`. */
export const handler = complaintsApp(createCore(readConfig(process.env))).handle
