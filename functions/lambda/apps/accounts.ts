import { citizenBindings } from '../../accounts/citizen'
import { staffBindings } from '../../accounts/staff'
import type { Core } from '../../platform/core'
import { createApp } from '../../platform/http/app'
import type { HttpApp } from '../../platform/http/event'
import { createServices } from '../services'

/** Sign-in of citizens and staff, and the citizen's own data. */
export function accountsApp(core: Core): HttpApp {
  const { accounts, personal } = createServices(core)
  return createApp({ authenticate: accounts.authenticate, log: core.log, random: core.random }, [
    ...citizenBindings(accounts, core.sessions, personal), ...staffBindings(accounts, core.sessions),
  ])
}
