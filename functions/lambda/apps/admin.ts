import type { Hono } from 'hono'
import { adminBindings } from '../../accounts/admin'
import type { Core } from '../../platform/core'
import { createApp } from '../../platform/http/app'
import { createServices } from '../services'

/** What administrators and section chiefs look after: staff accounts, the catalogue, the search words. */
export function adminApp(core: Core): Hono {
  const { accounts } = createServices(core)
  return createApp({ authenticate: accounts.authenticate, log: core.log, random: core.random }, adminBindings(accounts))
}
