/** Stand-in for `@tarojs/taro` in unit tests: a storage in memory; pages show once and never hide. */
import { useEffect } from 'react'

const stored = new Map<string, string>()

const Taro = {
  env: { USER_DATA_PATH: '' },
  getStorageSync: (key: string): unknown => (stored.has(key) ? JSON.parse(stored.get(key) as string) : ''),
  setStorageSync: (key: string, value: unknown): void => void stored.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string): void => void stored.delete(key),
  clearStorageSync: (): void => stored.clear(),
  getCurrentPages: (): unknown[] => [],
  getCurrentInstance: () => ({ router: { path: '', params: {} } }),
  setNavigationBarTitle: async (): Promise<void> => {},
  navigateTo: async (): Promise<void> => {},
  redirectTo: async (): Promise<void> => {},
  switchTab: async (): Promise<void> => {},
  navigateBack: async (): Promise<void> => {},
  showToast: async (): Promise<void> => {},
  getNetworkType: async () => ({ networkType: 'wifi' }),
}

/** Runs when the page shows, which a test's page does once. */
export function useDidShow(run: () => void): void {
  useEffect(run, [])
}
export function useDidHide(): void {}
export function usePullDownRefresh(): void {}
export function useShareAppMessage(): void {}
export const useRouter = () => ({ params: {} as Record<string, string> })

export default Taro
