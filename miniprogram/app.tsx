import type { PropsWithChildren } from 'react'
import { startApp } from './platform/start'
import { texts } from './texts'
import './app.scss'

startApp({ pageMissing: texts.common.pageMissing })

/** The app's root: pages are its children. */
export default function App({ children }: PropsWithChildren) {
  return children
}
