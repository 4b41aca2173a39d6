/** The app's pages, tab bar and window. The first page is the home page; staff pages are a sub-package. */
export default defineAppConfig({
  pages: [
    'pages/search/index',
    'pages/complain/index',
    'pages/hall/index',
    'pages/me/index',
    'pages/item/index',
    'pages/items/index',
    'pages/receipt/index',
    'pages/complaint/index',
    'pages/complaints/index',
    'pages/answers/index',
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
        'complaint/index',
        'items/index',
        'item/index',
        'import/index',
        'words/index',
        'accounts/index',
        'password/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '市民中心',
    navigationBarBackgroundColor: '#1f5fbf',
    navigationBarTextStyle: 'white',
    backgroundColor: '#f3f5f8',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5b6675',
    selectedColor: '#1f5fbf',
    backgroundColor: '#ffffff',
    borderStyle: 'black',
    list: [
      { pagePath: 'pages/search/index', text: '查事项', iconPath: 'icons/search.png', selectedIconPath: 'icons/search-on.png' },
      { pagePath: 'pages/complain/index', text: '找茬', iconPath: 'icons/complain.png', selectedIconPath: 'icons/complain-on.png' },
      { pagePath: 'pages/hall/index', text: '大厅', iconPath: 'icons/hall.png', selectedIconPath: 'icons/hall-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'icons/me.png', selectedIconPath: 'icons/me-on.png' },
    ],
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  // Without it WeChat never fires the privacy event, and reading the album is refused.
  __usePrivacyCheck__: true,
  // eslint-disable-next-line no-restricted-globals -- read by the build
  animation: process.env.TARO_ENV !== 'h5',
})
