import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Whether the device says that it has a network; when it does not know, yes. */
export async function hasNetwork(): Promise<boolean> {
  try {
    const { networkType } = await Taro.getNetworkType()
    return networkType !== 'none'
  } catch {
    return true
  }
}

/** Runs when the network comes back; on a WeChat that does not tell of it (before base library 2.9.3 it could not be told to stop), never. */
export function useReconnect(run: () => void): void {
  const current = useRef(run)
  current.current = run
  useEffect(() => {
    const hear = ({ isConnected }: { isConnected: boolean }) => {
      if (isConnected) current.current()
    }
    if (!Taro.onNetworkStatusChange || !Taro.offNetworkStatusChange) return undefined
    Taro.onNetworkStatusChange(hear)
    return () => Taro.offNetworkStatusChange(hear)
  }, [])
}
