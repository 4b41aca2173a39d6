import type { PropsWithChildren } from 'react'
import { startApp } from './platform/start'
import './app.scss'

startApp()

/** The app's root: pages are its children. */
export default function App({ children }: PropsWithChildren) {
  return children
}
