import { adminBindings } from '../../accounts/admin'
import { auditBindings } from '../../audit/staff'
import { itemStaffBindings } from '../../items/staff'
import { deadLetterBindings } from '../../messages/staff'
import type { Core } from '../../platform/core'
import { createApp } from '../../platform/http/app'
import type { HttpApp } from '../../platform/http/event'
import { replyStaffBindings } from '../../replies/staff'
import { createTemplateService } from '../../templates/service'
import { templateStaffBindings } from '../../templates/staff'
import { wordStaffBindings } from '../../words/staff'
import { createCatalogueImport } from '../import-service'
import { createItemServices } from '../item-services'
import { createReplies } from '../reply-service'
import { createServices } from '../services'

/** What administrators and section chiefs look after: staff accounts, the audit log, the catalogue, the search words, the official account's replies, the answer templates, messages that were given up. */
export function adminApp(core: Core): HttpApp {
  const { accounts, audit, centres, messages } = createServices(core)
  const { items, words } = createItemServices(core)
  const imports = createCatalogueImport(core, centres)
  return createApp({ authenticate: accounts.authenticate, log: core.log, random: core.random }, [
    ...adminBindings(accounts), ...auditBindings(audit, accounts.admin.list), ...itemStaffBindings(items, imports), ...wordStaffBindings(words), ...replyStaffBindings(createReplies(core)),
    ...templateStaffBindings(createTemplateService(core.dynamo, core.config.tables.centres, core.now)), ...deadLetterBindings(messages),
  ])
}
