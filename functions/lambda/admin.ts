import { handle } from 'hono/aws-lambda'
import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { adminApp } from './apps/admin'

/** The Lambda `admin`. */
export const handler = handle(adminApp(createCore(readConfig(process.env))))
