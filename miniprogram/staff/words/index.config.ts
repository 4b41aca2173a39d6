export default definePageConfig({ navigationBarTitleText: '词表与检索报告' })
