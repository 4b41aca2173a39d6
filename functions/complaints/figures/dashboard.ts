import { may } from '@shared/accounts/permissions'
import { isOverdue } from '@shared/complaints/clock'
import { dashboardFiguresOf, type Dashboard } from '@shared/complaints/dashboard'
import { groupsOf, lastMonths, monthOf } from '@shared/complaints/figures'
import { openStates } from '@shared/complaints/states'
import type { CentreService } from '../../centre/service'
import type { Staff } from '../../platform/actor'
import { chinaToday } from '../../platform/clock'
import type { Core } from '../../platform/core'
import type { ComplaintLists } from '../lists'
import { listsFor } from '../staff-lists'
import type { FiguresStore } from './store'

/** Load, overdue cases, medians and ratings of the last months; an office (科室) has what it leads, the others all or the office they ask for. */
export type DashboardOf = (staff: Staff, query: { readonly months: number; readonly office?: string }) => Promise<Dashboard>

/** The dashboard over the facts of the months and the lists of what is open. */
export const createDashboard = ({ core, facts, lists, centres }: { core: Core; facts: FiguresStore; lists: ComplaintLists; centres: CentreService }): DashboardOf =>
  async (staff, { months, office }) => {
    const today = chinaToday(core.now)
    const all = may(staff.role, 'complaint.read-all')
    const only = all ? office : staff.office
    const mine = (it: { readonly office?: string | undefined }) => (only === undefined ? all : it.office === only)
    const wanted = lastMonths(today, months)
    const [centre, rows, lines] = await Promise.all([
      centres.get(staff.centre), facts.ofMonths(staff.centre, wanted), Promise.all(listsFor(staff, openStates, only).map((key) => lists.all(key))),
    ])
    const cases = rows.filter(mine)
    const [ofOffice, ofMonth] = [groupsOf(cases, ({ office: id }) => id), groupsOf(cases, monthOf)]
    // A list of an office has what it helps with in it, which is another office's load.
    const open = lines.flat().filter(mine)
    const offices = [...centre.offices.map(({ id }) => id), undefined].filter((id) => only === undefined || id === only)
    return {
      today,
      total: dashboardFiguresOf(cases, today),
      offices: offices.map((id) => {
        const here = open.filter((it) => it.office === id)
        return {
          ...(id === undefined ? {} : { office: id }),
          open: here.length, overdue: here.filter((it) => isOverdue(it, today)).length, dueToday: here.filter(({ due, state }) => due === today && state !== 'asked').length,
          ...dashboardFiguresOf(ofOffice.get(id) ?? [], today),
        }
      }).filter((it) => it.office !== undefined || it.open > 0 || it.counts.received > 0),
      months: wanted.map((month) => ({ month, ...dashboardFiguresOf(ofMonth.get(month) ?? [], today) })),
    }
  }
