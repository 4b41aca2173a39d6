import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import type { StaffAccount } from '@shared/accounts/accounts'
import { staffRoles } from '@shared/accounts/roles'
import { inWeChat } from '../../platform/config'
import { replace } from '../../platform/navigate'
import { frame } from '../../texts/staff/frame'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Tappable } from '../../ui/tappable'
import { useCentre } from '../../state/centre'
import { Sheet } from '../../ui/sheet'
import { officeName } from '../centre/names'
import { messagesPage, placesOf } from './places'
import { unreadInFigures, useUnread } from './unread'
import './navigation.scss'

/** Who is signed in, where one is, and how to leave. */
export interface NavigationProps {
  readonly account: StaffAccount
  readonly page: string
  readonly onSignOut: () => void
  readonly onHelp: () => void
}

function Places({ account, page, onGo }: { readonly account: StaffAccount; readonly page: string; readonly onGo?: () => void }) {
  const unread = useUnread()
  return (
    <View role='navigation' aria-label={frame.navigation}>
      {placesOf(account.role).map(({ page: path, words, within }) => {
        const here = path === page || within.includes(page)
        const count = path === messagesPage && unread > 0 ? unreadInFigures(unread) : undefined
        return (
          <Tappable key={path} role='link' label={count ? frame.unread(words, count) : undefined} className={`staff-nav__place ${here ? 'staff-nav__place--on' : ''}`} onTap={() => { onGo?.(); if (path !== page) void replace(path) }}>
            {words}
            {count ? <View className='staff-nav__count'><Badge tone='bad'>{count}</Badge></View> : null}
          </Tappable>
        )
      })}
    </View>
  )
}

function Person({ account }: { readonly account: StaffAccount }) {
  const { value: centre } = useCentre()
  return (
    <View className='staff-nav__person'>
      <View className='staff-nav__name'>{account.name}</View>
      <View className='staff-nav__role'>{[staffRoles[account.role], officeName(centre, account.office)].filter(Boolean).join(' · ')}</View>
    </View>
  )
}

/** The left side of a desktop window. */
export function SideNavigation({ account, page, onSignOut, onHelp }: NavigationProps) {
  return (
    <View className='staff-nav'>
      <View className='staff-nav__title'>{frame.title}</View>
      <Places account={account} page={page} />
      <View className='staff-nav__foot'>
        <Person account={account} />
        {inWeChat ? null : <Tappable className='staff-nav__quiet' onTap={onHelp}>{frame.helpHint}</Tappable>}
        <Tappable className='staff-nav__quiet' onTap={onSignOut}>{frame.signOut}</Tappable>
      </View>
    </View>
  )
}

/** The bar of a phone: the way back, the title, and everything else behind one button. */
export function PhoneBar({ account, page, onSignOut, title, onBack }: NavigationProps & { readonly title: string; readonly onBack?: () => void }) {
  const [open, setOpen] = useState(false)
  const unread = useUnread()
  const count = unread > 0 ? unreadInFigures(unread) : undefined
  return (
    <View className='staff-bar' role='banner'>
      {onBack ? <Tappable className='staff-bar__back' label={frame.back} onTap={onBack}>{frame.back}</Tappable> : <Text className='staff-bar__short'>{frame.short}</Text>}
      <View className='staff-bar__title' role='heading' aria-level='1'>{title}</View>
      <Tappable className='staff-bar__menu' label={count ? frame.unread(frame.menu, count) : undefined} onTap={() => setOpen(true)}>
        {frame.menu}
        {count ? <View className='staff-nav__count'><Badge tone='bad'>{count}</Badge></View> : null}
      </Tappable>
      <Sheet open={open} title={frame.title} closeLabel={frame.close} onClose={() => setOpen(false)}>
        <Person account={account} />
        <Places account={account} page={page} onGo={() => setOpen(false)} />
        <Button kind='plain' wide onTap={onSignOut}>{frame.signOut}</Button>
      </Sheet>
    </View>
  )
}
