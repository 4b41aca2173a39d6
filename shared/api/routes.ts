import { accountRoutes } from '../accounts/routes'
import { auditRoutes } from '../audit/routes'
import { centreRoutes } from '../centre/routes'
import { complaintRoutes } from '../complaints/routes'
import { itemRoutes } from '../items/routes'
import { searchRoutes } from '../items/search-routes'
import { messageRoutes } from '../messages/routes'
import { photoRoutes } from '../photos/routes'
import { replyRoutes } from '../replies/routes'
import { templateRoutes } from '../templates/routes'
import { wordRoutes } from '../words/routes'
import type { Route } from './route'

/** Every route of the API, by noun. */
export const routes = {
  centre: centreRoutes,
  items: itemRoutes,
  search: searchRoutes,
  words: wordRoutes,
  replies: replyRoutes,
  templates: templateRoutes,
  complaints: complaintRoutes,
  messages: messageRoutes,
  photos: photoRoutes,
  accounts: accountRoutes,
  audit: auditRoutes,
}

/** Every route, in one list. */
export const routeList: readonly Route[] = Object.values(routes).flatMap((noun): Route[] => Object.values(noun))
