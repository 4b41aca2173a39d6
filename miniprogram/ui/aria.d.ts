import '@tarojs/components/types/View'

/** What a screen reader needs and Taro's types do not name; config/screen-reader.ts passes it on to WeChat, platform/elements.ts to browsers. */
declare module '@tarojs/components/types/View' {
  interface ViewProps {
    readonly ariaSelected?: string
    readonly ariaChecked?: string
    readonly ariaPressed?: string
    readonly ariaExpanded?: string
    readonly ariaDisabled?: string
    readonly ariaLevel?: string
    readonly ariaModal?: string
    readonly ariaHidden?: string
    readonly tabIndex?: number
  }
}
