/* eslint-disable no-restricted-globals -- no part of the phone's bundle: see network.weapp.ts */
import { useEffect, useRef } from 'react'

/** Whether the device has a network, as far as it knows. Taro's answer in a browser tells the kind of network, not whether there is one. */
export const hasNetwork = (): Promise<boolean> => Promise.resolve(typeof navigator === 'undefined' || navigator.onLine !== false)

/** Runs when the network comes back. */
export function useReconnect(run: () => void): void {
  const current = useRef(run)
  current.current = run
  useEffect(() => {
    const hear = () => current.current()
    window.addEventListener('online', hear)
    return () => window.removeEventListener('online', hear)
  }, [])
}
