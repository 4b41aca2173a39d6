import '@tarojs/components/types/View'

/** What browsers take of a View and Taro's types do not name. */
declare module '@tarojs/components/types/View' {
  interface ViewProps {
    readonly tabIndex?: number
  }
}
