import type { StaffAccount } from '@shared/accounts/accounts'
import { may } from '@shared/accounts/permissions'
import { routes } from '@shared/api/routes'
import type { Centre } from '@shared/centre/centre'
import { defaultOfficeOf } from '@shared/complaints/routing'
import { call } from '../../platform/request'
import { useCentre } from '../../state/centre'
import { accounts as texts } from '../../texts/staff/accounts'
import { Notice } from '../../ui/states'
import { officeName } from '../centre/names'
import { useStaffLoaded } from '../frame/use-staff-loaded'

/** Whether nobody has an account that is switched on in the office (默认科室) whose queue takes what no rule sends elsewhere. */
export function isUnstaffed(centre: Pick<Centre, 'offices' | 'defaultOffice'>, accounts: readonly Pick<StaffAccount, 'office' | 'disabled'>[]): boolean {
  const office = defaultOfficeOf(centre)
  return !accounts.some((it) => it.office === office && !it.disabled)
}

/** Tells an administrator that nobody would see what lands in the default queue. */
export function DefaultOfficeNotice({ accounts }: { readonly accounts: readonly StaffAccount[] | undefined }) {
  const { value: centre } = useCentre()
  if (!centre || !accounts || !isUnstaffed(centre, accounts)) return null
  return <Notice tone='warn'>{texts.defaultOfficeUnstaffed(officeName(centre, defaultOfficeOf(centre)) ?? '')}</Notice>
}

/** The same where the accounts are not shown; it asks for them only where the role may see them. */
export function DefaultOfficeWatch({ account }: { readonly account: Pick<StaffAccount, 'role'> }) {
  return may(account.role, 'account.manage') ? <Watch /> : null
}

function Watch() {
  const { value } = useStaffLoaded('accounts of the default office', async () => (await call(routes.accounts.list, {})).accounts)
  return <DefaultOfficeNotice accounts={value} />
}
