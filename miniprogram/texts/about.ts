/** Words of the about page. */
export const about = {
  title: '关于',
  service: '本服务',
  serviceLines: ['查事项：政务服务事项的办事指南，没有网络也能查。', '找茬：办事遇到的痛点、堵点、难点、意见和建议，都有人查、有答复。'],
  version: '事项目录版本',
  noVersion: '尚未下载',
} as const
