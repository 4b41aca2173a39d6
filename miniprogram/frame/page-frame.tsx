import type { CSSProperties, PropsWithChildren, ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { View } from '@tarojs/components'
import { inWeChat } from '../platform/config'
import { systemTextScale } from '../platform/device'
import { markElder } from '../platform/elder'
import { useKept } from '../state/kept'
import { elderMode } from '../state/elder-mode'
import { BrowserHeader } from './browser-header'
import { PrivacyQuestion } from './privacy-question'
import './page-frame.scss'

/** What surrounds every page. */
export interface PageFrameProps {
  /** Title under the header, in a browser; in WeChat the bar above the page shows it. */
  readonly title: string
  /** Room for two columns on a desktop. */
  readonly wide?: boolean
  /** Header in a browser in place of the citizen's: staff pages bring their own. */
  readonly header?: ReactNode
  /** Stays at the lower edge while the page scrolls. */
  readonly footer?: ReactNode
}

/** The theme, the header in a browser, the column that the content stands in, and WeChat's privacy question. */
export function PageFrame({ title, wide = false, header, footer, children }: PropsWithChildren<PageFrameProps>) {
  const elder = useKept(elderMode)
  useEffect(() => markElder(elder), [elder])
  const system = useMemo(systemTextScale, [])
  const scaled = system !== 1
  return (
    <View className={`screen ${elder ? 'screen--elder' : ''} ${scaled ? 'screen--scaled' : ''}`} style={scaled ? { '--system': String(system) } as CSSProperties : undefined}>
      {inWeChat ? null : header ?? <BrowserHeader title={title} />}
      <View className={`page ${wide ? 'page--wide' : ''} ${footer ? 'page--footed' : ''}`} role='main'>{children}</View>
      {footer ? <View className='page-foot'><View className='page-foot__in'>{footer}</View></View> : null}
      {inWeChat ? <PrivacyQuestion /> : null}
    </View>
  )
}
