import { readConfig } from '../platform/config'
import { createCore } from '../platform/core'
import { accountsApp } from './apps/accounts'

/** The Lambda `accounts`. */
export const handler = accountsApp(createCore(readConfig(process.env))).handle
