import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { accounts as texts } from '../../texts/staff/accounts'
import { Notice } from '../../ui/states'
import { Sheet } from '../../ui/sheet'
import { CopyButton } from '../frame/copy-button'

/** A first password, shown this once: it is kept nowhere. */
export function PasswordSheet({ account, password, onClose }: { readonly account: StaffAccount; readonly password: string; readonly onClose: () => void }) {
  return (
    <Sheet open title={texts.passwordTitle} closeLabel={texts.passwordNoted} onClose={onClose}>
      <View>{texts.passwordFor(account.name, account.username)}</View>
      <View className='first-password'>{password}</View>
      <Notice tone='warn'>{texts.passwordOnce}</Notice>
      <CopyButton text={texts.credentials(account.username, password)} label={texts.copyPassword} />
    </Sheet>
  )
}
