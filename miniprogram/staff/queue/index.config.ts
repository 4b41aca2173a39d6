export default definePageConfig({ navigationBarTitleText: '找茬队列' })
