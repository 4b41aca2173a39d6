import { createClient, type Call } from '@shared/api/client'
import type { CallArguments, ResponseOf, Route } from '@shared/api/route'
import { send, staffPatience } from './http'
import { citizenToken, forgetToken } from './session'
import { forgetStaffSession, staffSession } from './staff-session'

const callPublic: Call = createClient((request) => send(request))

const callCitizen: Call = createClient(async (request) => {
  const token = await citizenToken(callPublic)
  const answer = await send(request, token)
  if (answer.status !== 401) return answer
  // The session ended early (deleted elsewhere, secrets changed): sign in anew and say it once more. What was typed is still in `request`.
  forgetToken(token)
  return send(request, await citizenToken(callPublic))
})

const callStaff: Call = createClient(async (request) => {
  const token = staffSession()?.token
  const answer = await send(request, token, staffPatience)
  // Somebody may have signed in again while this was on its way: the new session stays.
  if (answer.status === 401 && staffSession()?.token === token) forgetStaffSession()
  return answer
})

/**
 * Calls a route of the API with the session that it needs: none, the citizen's (made and renewed without asking), or the staff's.
 * Rejects with `ServiceError`; its message is the sentence for people.
 */
export function call<R extends Route>(route: R, args: CallArguments<R>): Promise<ResponseOf<R>> {
  const client = route.who === 'public' ? callPublic : route.who === 'citizen' ? callCitizen : callStaff
  return client(route, args)
}
