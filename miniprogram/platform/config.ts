/* `process.env.…` is no variable here: config/index.ts has each of these words replaced by its value when the app is built. */
/* eslint-disable no-restricted-globals */

/** Whether this is the build for WeChat; else it is the one for browsers. */
export const inWeChat = process.env.TARO_ENV === 'weapp'

/** A value for WeChat alone: an attribute that means nothing to a browser. */
export const forWeChat = <T>(value: T): T | undefined => (inWeChat ? value : undefined)

/** Address of the API, e.g. `https://zwfw.example.gov.cn`; empty means the page's own origin (browsers only). */
export const apiAddress: string = process.env.TARO_APP_API ?? ''

/** How a citizen signs in: through WeChat, or with a key that this device made for itself (browsers, local machines). */
export const signInKind: 'wechat' | 'device' = process.env.TARO_APP_SIGN_IN === 'device' ? 'device' : process.env.TARO_APP_SIGN_IN === 'wechat' || inWeChat ? 'wechat' : 'device'

/** Centre (division code) that this build serves. */
export const centre: string = process.env.TARO_APP_CENTRE ?? '370214'

/** Version of WeChat's speech plugin (微信同声传译) that the mini-program has been granted; empty: none, and nothing is read aloud there. */
export const speechPlugin: string = process.env.TARO_APP_SPEECH_PLUGIN ?? ''

/** Id of the subscribe message that tells of an answer; empty: none is set up, and none is asked for. */
export const answerTemplate: string = process.env.TARO_APP_ANSWER_TEMPLATE ?? ''
