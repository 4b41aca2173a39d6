/** Words of the staff's inbox and of what WeChat did not take. */
export const messages = {
  title: '消息',
  views: '消息分类',
  tabs: { inbox: '收到的消息', dead: '微信没有送达' },
  detail: '发到您所在窗口、科室或岗位的消息。“已读”只记您自己看过。',
  empty: '还没有消息',
  emptyDetail: '有新的找茬、转办、提醒，会在这里告诉您。',
  unread: '未读',
  readAll: '全部标为已读',
  fresh: '有新消息，点这里显示',
  dead: {
    detail: '市民的站内消息都已送达；这里是微信提醒多次发送不成功的。先按原因处理，再重发。市民没有允许提醒的不算失败，不在这里。',
    empty: '没有发送失败的微信提醒',
    tried: (count: number) => `发送 ${count} 次没有成功`,
    resend: '重发',
    resendAll: '全部重发',
    resendAllTitle: '重发全部微信提醒？',
    resendAllDetail: '原因没有处理好的，还会回到这里。',
    resending: (count: number) => `已安排重发 ${count} 条，五分钟内发出`,
  },
} as const
