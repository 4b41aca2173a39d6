import { complaintCitizenBindings } from '../../complaints/citizen'
import { complaintStaffBindings } from '../../complaints/staff'
import { messageBindings } from '../../messages/citizen'
import { messageStaffBindings } from '../../messages/staff'
import { photoCitizenBindings } from '../../photos/citizen'
import { photoStaffBindings } from '../../photos/staff'
import type { Core } from '../../platform/core'
import { createApp } from '../../platform/http/app'
import type { HttpApp } from '../../platform/http/event'
import { createServices } from '../services'

/** Complaints with their photos and the inboxes, for citizens and staff. */
export function complaintsApp(core: Core): HttpApp {
  const { accounts, complaints, messages, photos, staffPhotos } = createServices(core)
  return createApp({ authenticate: accounts.authenticate, log: core.log, random: core.random }, [
    ...complaintCitizenBindings(complaints), ...complaintStaffBindings(complaints), ...messageBindings(messages), ...messageStaffBindings(messages), ...photoCitizenBindings(photos), ...photoStaffBindings(photos, staffPhotos),
  ])
}
