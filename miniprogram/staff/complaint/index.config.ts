export default definePageConfig({ navigationBarTitleText: '找茬办理' })
