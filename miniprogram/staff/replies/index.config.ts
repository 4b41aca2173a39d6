export default definePageConfig({ navigationBarTitleText: '公众号回复' })
