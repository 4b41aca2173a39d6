import theme from './theme.json'

// eslint-disable-next-line no-restricted-globals -- read by the build
const inWeChat = process.env.TARO_ENV === 'weapp'

/** WeChat's speech plugin, where the mini-program has been granted it. */
// eslint-disable-next-line no-restricted-globals -- read by the build
const speech = inWeChat ? process.env.TARO_APP_SPEECH_PLUGIN : undefined

/** A value of theme.json: by name in WeChat, which chooses between light and dark itself; in a browser the light one. */
const of = (name: keyof typeof theme.light): string => (inWeChat ? `@${name}` : theme.light[name])

/** The app's pages, tab bar and window. The first page is the home page; staff pages are a sub-package. */
export default defineAppConfig({
  pages: [
    'pages/search/index',
    'pages/complain/index',
    'pages/hall/index',
    'pages/me/index',
    'pages/item/index',
    'pages/items/index',
    'pages/browse/index',
    'pages/receipt/index',
    'pages/complaint/index',
    'pages/complaints/index',
    'pages/answers/index',
    'pages/answer/index',
    'pages/figures/index',
    'pages/open/index',
    'pages/favourites/index',
    'pages/materials/index',
    'pages/messages/index',
    'pages/privacy/index',
    'pages/about/index',
  ],
  subPackages: [
    {
      root: 'staff',
      pages: [
        'sign-in/index',
        'queue/index',
        'messages/index',
        'complaint/index',
        'intake/index',
        'items/index',
        'item/index',
        'import/index',
        'words/index',
        'templates/index',
        'print/index',
        'replies/index',
        'dashboard/index',
        'accounts/index',
        'audit/index',
        'password/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '市民中心',
    navigationBarBackgroundColor: of('bar'),
    navigationBarTextStyle: 'white',
    backgroundColor: of('ground'),
    backgroundTextStyle: of('backgroundText') as 'dark' | 'light',
  },
  tabBar: {
    color: of('tabText'),
    selectedColor: of('tabChosen'),
    backgroundColor: of('tabGround'),
    borderStyle: of('tabBorder') as 'black' | 'white',
    list: [
      { pagePath: 'pages/search/index', text: '查事项', iconPath: of('iconSearch'), selectedIconPath: of('iconSearchOn') },
      { pagePath: 'pages/complain/index', text: '找茬', iconPath: of('iconComplain'), selectedIconPath: of('iconComplainOn') },
      { pagePath: 'pages/hall/index', text: '大厅', iconPath: of('iconHall'), selectedIconPath: of('iconHallOn') },
      { pagePath: 'pages/me/index', text: '我的', iconPath: of('iconMe'), selectedIconPath: of('iconMeOn') },
    ],
  },
  // The phone's own bars follow its dark mode by theme.json; in a browser the style sheet does.
  ...(inWeChat ? { darkmode: true, themeLocation: 'theme.json' } : {}),
  ...(speech ? { plugins: { WechatSI: { version: speech, provider: 'wx069ba97219f66d99' } } } : {}),
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  // Without it WeChat never fires the privacy event, and reading the album is refused.
  __usePrivacyCheck__: true,
  animation: inWeChat,
})
