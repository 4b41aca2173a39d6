import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { routes } from '@shared/api/routes'
import { mayLeave } from '../../platform/leaving'
import { replace } from '../../platform/navigate'
import { currentPage, setTitle, usePageQuery } from '../../platform/page'
import { call } from '../../platform/request'
import { forgetStaffSession } from '../../platform/staff-session'
import { useShortcuts, type Shortcut } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { frame } from '../../texts/staff/frame'
import { Tappable } from '../../ui/tappable'
import { SessionEnded } from '../session/session-ended'
import { returnAddress } from '../session/return-address'
import { useStaffAccount, useStaffToken } from '../session/use-staff'
import { HelpSheet, type KeyHelp } from './help-sheet'
import { PhoneBar, SideNavigation } from './navigation'
import { passwordPage, signInPage } from './places'
import { useCountUnread } from './unread'
import './staff-frame.scss'

/** What surrounds every staff page. */
export interface StaffFrameProps {
  readonly title: string
  /** Beside the title on a desktop: filters, buttons. */
  readonly actions?: ReactNode
  /** The content fills the window and scrolls in parts of its own (two panes); else it is one scrolling column. */
  readonly panes?: boolean
  /** The way back, on a page that one comes to from another. */
  readonly onBack?: () => void
  /** Shortcuts of the page, and what `?` tells of them. */
  readonly shortcuts?: readonly Shortcut[]
  readonly help?: readonly KeyHelp[]
  readonly children: (account: StaffAccount) => ReactNode
}

/**
 * Navigation, who is signed in, shortcuts, and the session: without one it leads to sign-in and back again; one that ends while
 * the page is open is renewed over the page, whose forms stay as they are.
 */
export function StaffFrame(props: StaffFrameProps) {
  const { title, actions, panes = false, onBack, shortcuts = [], help = [], children } = props
  const account = useStaffAccount()
  const known = useRef(account)
  if (account) known.current = account
  const token = useStaffToken()
  useCountUnread(account && !account.mustChangePassword ? token : '')
  const query = usePageQuery()
  const page = useRef('')
  const [leaving, setLeaving] = useState(false)
  const [helping, setHelping] = useState(false)
  const shown = useShown()
  useEffect(() => {
    page.current ||= currentPage()
    setTitle(title)
    if (!known.current) void replace(signInPage, { from: returnAddress(page.current, query) })
    else if (known.current.mustChangePassword && page.current !== passwordPage) void replace(passwordPage, { from: returnAddress(page.current, query) })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- where one is does not change while the page is open
  }, [title])
  const all: Shortcut[] = [...shortcuts, { key: '?', run: () => setHelping((now) => !now) }]
  useShortcuts(helping ? [{ key: '?', run: () => setHelping(false) }] : all, shown && account !== undefined, helping ? 'dialog' : 'page')
  const signOut = async () => {
    if (!await mayLeave()) return
    setLeaving(true)
    await call(routes.accounts.staffSignOut, {}).catch(() => undefined)
    await replace(signInPage)
    forgetStaffSession()
  }
  if (!known.current || leaving) return <View className='screen staff'><View className='staff__main'>{frame.loading}</View></View>
  const navigation = { account: known.current, page: page.current || currentPage(), onSignOut: () => void signOut(), onHelp: () => setHelping(true) }
  return (
    <View className={`screen staff ${panes ? 'staff--panes' : ''}`}>
      <SideNavigation {...navigation} />
      <PhoneBar {...navigation} title={title} onBack={onBack} />
      <View className='staff__main' role='main'>
        <View className='staff__head'>
          {onBack ? <Tappable className='staff__back' onTap={onBack}>{frame.back}</Tappable> : null}
          <View className='staff__title' role='heading' aria-level='1'>{title}</View>
          {actions ? <View className='staff__actions'>{actions}</View> : null}
        </View>
        <View className='staff__content'>{children(known.current)}</View>
      </View>
      {account ? null : <SessionEnded account={known.current} from={returnAddress(page.current, query)} />}
      <HelpSheet open={helping} page={help} onClose={() => setHelping(false)} />
    </View>
  )
}
