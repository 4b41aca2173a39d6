export default definePageConfig({ navigationBarTitleText: '我的密码' })
