/**
 * The one registry of errors: code → HTTP status, the Chinese sentence that people read, and the next step offered to them.
 * The code is stable: the phone, the logs and the alarms refer to it.
 */

/** What a person can do next; the phone shows it as a button. */
export const nextSteps = {
  correct: '修改后再提交',
  signIn: '重新登录',
  retry: '稍后重试',
  reload: '查看最新内容',
  changePassword: '修改密码',
  askDesk: '到导办台咨询',
} as const

/** Key of `nextSteps`. */
export type NextStep = keyof typeof nextSteps

/** One entry of the registry. */
export interface ErrorEntry {
  readonly status: number
  readonly message: string
  readonly next?: NextStep
}

const entry = (status: number, message: string, next?: NextStep): ErrorEntry => ({ status, message, ...(next ? { next } : {}) })

/** Every error that a request can end with. */
export const errors = {
  'invalid-request': entry(400, '填写的内容有误，请按提示修改。您填写的内容没有丢失。', 'correct'),
  'not-json': entry(400, '请求的格式有误。', 'retry'),
  'body-too-large': entry(413, '提交的内容太大。', 'correct'),
  'sign-in-required': entry(401, '请先登录。', 'signIn'),
  'session-expired': entry(401, '登录已失效，请重新登录。您填写的内容没有丢失。', 'signIn'),
  'sign-in-failed': entry(401, '用户名或密码不正确。', 'correct'),
  'account-locked': entry(423, '密码多次输错，账号已锁定 15 分钟，请稍后再试。', 'retry'),
  'account-disabled': entry(403, '账号已停用，请联系管理员。'),
  'password-change-required': entry(403, '请先修改初始密码。', 'changePassword'),
  'not-allowed': entry(403, '您没有办理这一操作的权限。'),
  'not-found': entry(404, '没有找到您要的内容。', 'askDesk'),
  'version-conflict': entry(409, '别人刚刚更新了这条内容，请查看最新内容后再操作。您填写的内容没有丢失。', 'reload'),
  'action-not-possible': entry(409, '当前状态不能进行这一操作，请查看最新内容。', 'reload'),
  'key-reused': entry(409, '这份内容已经提交过，请在“我的找茬”中查看。', 'reload'),
  'username-taken': entry(409, '这个用户名已有人使用。', 'correct'),
  'item-exists': entry(409, '已有相同编码的事项。', 'correct'),
  'text-risky': entry(422, '文字中可能有不适宜发布的内容，请修改后再提交。您填写的内容没有丢失。', 'correct'),
  'personal-data': entry(422, '要公开的内容里还有个人信息，请隐去或逐条确认后再公开。', 'correct'),
  'photo-not-image': entry(422, '这个文件不是照片，请选择 JPG 或 PNG 照片。', 'correct'),
  'photo-format': entry(422, '手机存成了 HEIC、WebP 等格式，这里打不开。请改选 JPG 或 PNG 照片，或者直接拍一张。', 'correct'),
  'photo-broken': entry(422, '这张照片不完整，打不开。请换一张，或者重拍一张。', 'correct'),
  'photo-too-many-pixels': entry(422, '这张照片的尺寸太大。请用手机普通模式拍摄，或者发截图。', 'correct'),
  'photo-mixed': entry(422, '这个文件里混有照片以外的内容，不能接收。请换一张，或者重拍一张。', 'correct'),
  'photo-too-large': entry(413, '照片超过 10 MB，请选择小一些的照片。', 'correct'),
  'photo-missing': entry(422, '有照片没有上传成功，请重新上传。', 'correct'),
  'office-unknown': entry(422, '没有这个科室，请重新选择。', 'correct'),
  'export-too-large': entry(422, '符合条件的找茬太多，一次最多导出 1000 件。请缩短时间，或者按科室、状态分几次导出。', 'correct'),
  'import-rejected': entry(422, '表格中有错误，没有导入任何内容，请按提示修改后再导入。', 'correct'),
  'calendar-not-covered': entry(422, '工作日历没有这一年的安排，请管理员先补充日历。'),
  'too-many-requests': entry(429, '操作太频繁，请稍后再试。', 'retry'),
  'wechat-code-invalid': entry(401, '微信登录没有成功，请重试。', 'signIn'),
  'wechat-blocked': entry(403, '微信限制了这个账号的登录。', 'askDesk'),
  'wechat-busy': entry(503, '微信暂时繁忙，请稍后重试。', 'retry'),
  'snapshot-missing': entry(404, '事项目录正在更新，请稍后重试。', 'retry'),
  unavailable: entry(503, '服务暂时不可用，请稍后重试。您填写的内容没有丢失。', 'retry'),
  internal: entry(500, '服务出了点问题，请稍后重试。您填写的内容没有丢失。', 'retry'),
} as const satisfies Record<string, ErrorEntry>

/** Code of an error in the registry. */
export type ErrorCode = keyof typeof errors

/** Whether a text is a code of the registry. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.prototype.hasOwnProperty.call(errors, text)
}

/** The entry of a code. */
export function errorEntry(code: ErrorCode): ErrorEntry {
  return errors[code]
}
