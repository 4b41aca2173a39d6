/**
 * Stand-in for `@tarojs/taro` in unit tests: a storage in memory, no network, an answer of yes to every question; pages show once
 * and never hide. A test gives other answers with `jest.spyOn(Taro, 'request')` and the like.
 */
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
  showModal: async () => ({ confirm: true }),
  getNetworkType: async () => ({ networkType: 'wifi' }),
  onNetworkStatusChange: (): void => {},
  offNetworkStatusChange: (): void => {},
  stopPullDownRefresh: async (): Promise<void> => {},
  request: async (): Promise<never> => Promise.reject({ errMsg: 'request:fail' }),
  uploadFile: (): unknown => ({}),
  previewImage: async (): Promise<void> => {},
  setClipboardData: async (): Promise<void> => {},
  makePhoneCall: async (): Promise<void> => {},
  login: async () => ({ code: 'code' }),
  base64ToArrayBuffer: (text: string): ArrayBuffer => {
    const { buffer, byteOffset, byteLength } = Buffer.from(text, 'base64')
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  },
  arrayBufferToBase64: (bytes: ArrayBuffer): string => Buffer.from(bytes).toString('base64'),
}

/** Runs when the page shows, which a test's page does once. */
export function useDidShow(run: () => void): void {
  useEffect(run, [])
}
export function useDidHide(): void {}
export function usePullDownRefresh(): void {}
export function useReachBottom(): void {}
export function useShareAppMessage(): void {}
export const useRouter = () => Taro.getCurrentInstance().router

export default Taro
