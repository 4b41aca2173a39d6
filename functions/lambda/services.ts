import { createPersonalData, type PersonalData } from '../accounts/personal-data'
import { createAccountService, type AccountService } from '../accounts/service'
import { createAudit, type Audit } from '../audit/service'
import { createCentreService, type CentreService } from '../centre/service'
import { createCentreStore } from '../centre/store'
import { createComplaintService, type ComplaintService } from '../complaints/service'
import { createItemService } from '../items/service'
import { createItemStore } from '../items/store'
import { createMessageService, type MessageService } from '../messages/service'
import { createPhotoChecks, type PhotoChecks } from '../photos/checks'
import { createPhotoService, type PhotoService } from '../photos/service'
import { createStaffPhotos, type StaffPhotos } from '../photos/staff-service'
import { createPhotoTable } from '../photos/store'
import { objectStoreClient } from '../platform/clients'
import type { Core } from '../platform/core'
import { createPhotoStore } from '../platform/photo-store'
import { createWechat, type Wechat } from '../platform/wechat/client'
import { createAccessToken } from '../platform/wechat/token'

/** The services of all nouns but items, wired together. */
export interface Services {
  readonly wechat: Wechat
  readonly centres: CentreService
  readonly audit: Audit
  readonly accounts: AccountService
  readonly photos: PhotoService
  readonly staffPhotos: StaffPhotos
  readonly photoChecks: PhotoChecks
  readonly complaints: ComplaintService
  readonly messages: MessageService
  readonly personal: PersonalData
}

/** WeChat as the configuration names it. */
export function wechatOf({ config, dynamo, now, log, send }: Core): Wechat {
  const { url, appid, secret } = config.wechat
  const token = createAccessToken({ client: dynamo, table: config.tables.caches, now, log, send, url, appid, secret })
  return createWechat({ url, appid, secret, token, send })
}

/** Wires the services of a process. */
export function createServices(core: Core): Services {
  const { config, dynamo, now } = core
  const wechat = wechatOf(core)
  const centres = createCentreService(createCentreStore(dynamo, config.tables.centres), now)
  const audit = createAudit(core)
  const accounts = createAccountService({ core, centres, wechat, audit })
  const { openidOf } = accounts.citizens
  const store = createPhotoStore(objectStoreClient(config), config.photos.bucket)
  const table = createPhotoTable(dynamo, config.tables.photos)
  const items = createItemService(createItemStore(dynamo, config.tables.items), now)
  const photos = createPhotoService({ core, table, store })
  const photoChecks = createPhotoChecks({ core, table, store, wechat, openidOf })
  const complaints = createComplaintService({ core, centres, items, photos, audit, wechat, stillThere: accounts.citizens.stillThere })
  const staffPhotos = createStaffPhotos({ core, table, store, audit, mayRead: complaints.staff.mayRead })
  const messages = createMessageService({ core, wechat, receivers: accounts.citizens, audit })
  const personal = createPersonalData({ core, accounts, complaints, messages })
  return { wechat, centres, audit, accounts, photos, staffPhotos, photoChecks, complaints, messages, personal }
}
