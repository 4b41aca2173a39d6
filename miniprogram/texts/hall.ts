/** Words of 大厅. */
export const hall = {
  title: '大厅',
  floors: '楼层',
  plan: (floor: string) => `${floor}平面图`,
  tapHint: '点平面图上的办理区，看能办什么',
  facilities: '本层设施',
  areas: '办理区',
  areaItems: '这里能办的事项',
  areaTelephone: '电话',
  hours: '服务时间',
  outside: '非工作时间',
  telephones: '电话',
  desk: '导办台',
  complaintLine: '找茬窗口',
  hotline: '政务服务热线',
} as const
