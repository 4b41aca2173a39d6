import type { ShownAuditEvent } from '@shared/audit/audit'
import { audit as words } from '../../texts/staff/audit'

/** Who did it; the first start of a centre is nobody's account. */
export const actorOf = ({ by, byName }: Pick<ShownAuditEvent, 'by' | 'byName'>): string => (by === 'start' ? words.start : byName)

/** What a line is about, in words: the account, when it is somebody else's, and how it was done. */
export function aboutOf({ by, account, accountName, detail }: ShownAuditEvent): string {
  return [account && account !== by ? words.account(accountName ?? account) : undefined, detail].filter(Boolean).join(' · ')
}
