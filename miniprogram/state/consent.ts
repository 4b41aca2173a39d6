import { routes } from '@shared/api/routes'
import { privacyGuideVersion } from '@shared/accounts/accounts'
import { centre } from '../platform/config'
import { call } from '../platform/request'
import { kept } from './kept'

/** An answer to the privacy guide that the server has not acknowledged yet. */
interface Unsent { readonly version: string; readonly agreed: boolean }

const isUnsent = (it: unknown): it is Unsent => typeof it === 'object' && it !== null && 'version' in it && typeof it.version === 'string' && 'agreed' in it && typeof it.agreed === 'boolean'

/** Answers that are still to be sent: WeChat asks once, so none may be lost on a weak network. */
const unsent = kept<readonly Unsent[]>({
  key: 'unsent-consents', version: 1, empty: [],
  parse: (value) => (Array.isArray(value) && value.every(isUnsent) ? value : undefined),
})

/** Sends the answers that are still here; what fails stays for the next time. Never rejects. */
export async function sendConsents(): Promise<void> {
  for (const it of unsent.get()) {
    try {
      await call(routes.accounts.consent, { params: { centre }, body: it })
    } catch {
      return
    }
    unsent.change((list) => list.filter((one) => one !== it))
  }
}

/** Records an answer to the privacy guide, on the device first. */
export function recordConsent(agreed: boolean): void {
  unsent.change((list) => [...list, { version: privacyGuideVersion, agreed }])
  void sendConsents()
}
