import type { Centre } from '@shared/centre/centre'

const nameIn = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string | undefined): string | undefined =>
  (id === undefined ? undefined : list?.find((one) => one.id === id)?.name ?? id)

/** Name of an office (科室); its id when the centre no longer has it, nothing for no office. */
export const officeName = (centre: Centre | undefined, id: string | undefined) => nameIn(centre?.offices, id)
/** Name of a service area (综合办理区). */
export const areaName = (centre: Centre | undefined, id: string | undefined) => nameIn(centre?.areas, id)
/** Name of a window (窗口). */
export const windowName = (centre: Centre | undefined, id: string | undefined) => nameIn(centre?.windows, id)
