export default definePageConfig({ navigationBarTitleText: '找茬统计', enablePullDownRefresh: true })
