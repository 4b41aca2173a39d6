import type { CitizenExport } from '@shared/accounts/routes'
import type { ComplaintService } from '../complaints/service'
import type { MessageService } from '../messages/service'
import type { Citizen } from '../platform/actor'
import { isoInstant } from '../platform/clock'
import type { Core } from '../platform/core'
import type { AccountService } from './service'

/** What is stored of a citizen across the nouns (个人信息保护法 第四十五、四十七条): a copy, and its deletion. */
export interface PersonalData {
  export(citizen: Citizen): Promise<CitizenExport>
  /** The account goes last, so that a deletion that broke off can be asked for again. Its sessions end with it. */
  delete(citizen: Citizen): Promise<void>
}

/** Personal data across the nouns. */
export function createPersonalData({ core, accounts, complaints, messages }: { core: Core; accounts: AccountService; complaints: ComplaintService; messages: MessageService }): PersonalData {
  return {
    async export({ centre, id, signIn: kind, createdAt }) {
      const [mine, inbox, consents] = await Promise.all([complaints.personal.all(centre, id), messages.all(centre, id), accounts.citizens.consents(centre, id)])
      return { exportedAt: isoInstant(core.now()), citizen: { id, kind, createdAt }, consents: [...consents], complaints: mine, messages: inbox }
    },
    async delete({ centre, id }) {
      await complaints.personal.forget(centre, id)
      await messages.removeAll(centre, id)
      await accounts.citizens.remove(centre, id)
      // What was raised or told between the two: without the account nothing more can be.
      await complaints.personal.forget(centre, id)
      await messages.removeAll(centre, id)
      core.log.info('CITIZEN_DELETED', { centre })
    },
  }
}
