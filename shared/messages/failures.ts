/** What WeChat's errors mean to whoever looks after the centre, and what to do; subscribeMessage.send, “错误码”. 0 is no usable answer at all. */
const meanings: Readonly<Record<number, string>> = {
  0: '微信没有回应。过一会儿重发。',
  [-1]: '微信系统繁忙。过一会儿重发。',
  40001: '微信接口凭证无效。请技术人员检查 AppID 和密钥，再重发。',
  40003: '微信不认识这位市民的账号，重发也送不到。站内消息已经送达。',
  40013: '小程序的 AppID 不正确。请技术人员检查配置，再重发。',
  40037: '订阅消息的模板编号不正确。请技术人员检查配置，再重发。',
  40125: '小程序的密钥不正确。请技术人员检查配置，再重发。',
  41030: '消息要打开的页面，微信说不存在。请确认小程序已发布，再重发。',
  42001: '微信接口凭证过期。过一会儿重发。',
  45009: '今天发给微信的次数用完了。明天再重发。',
  47003: '消息内容不合模板的要求。请技术人员核对模板的关键词，再重发。',
}

/** Why a message could not be sent by WeChat, in plain words with what to do. */
export const failureWords = (errcode: number): string => meanings[errcode] ?? `微信返回错误 ${errcode}。请技术人员查看，再重发。`

/** The citizen has allowed no message, or used up the leave: no failure, and never tried again. */
export const refusedCode = 43101

/** What no waiting mends: receiver, template, content, page. */
export const hopelessCodes: readonly number[] = [40003, 40037, 41030, 47003]
