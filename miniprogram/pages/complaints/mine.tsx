import { routes } from '@shared/api/routes'
import { complaintKinds } from '@shared/complaints/kinds'
import { cut } from '@shared/text/cut'
import { whenInWords } from '../../texts/when'
import { StateLine } from '../../complaints/state-line'
import { Paged } from '../../frame/paged'
import { now } from '../../platform/clock'
import { centre } from '../../platform/config'
import { open } from '../../platform/navigate'
import { useRefresh, useReturn } from '../../platform/page'
import { call } from '../../platform/request'
import { seenAsked, seenMine } from '../../state/seen'
import { useList } from '../../state/use-list'
import { useLoaded } from '../../state/use-loaded'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/states'
import { Row } from '../../ui/row'
import { AskedCards } from './asked-cards'

const words = texts.complaint

/** My complaints, newest first; above them what the centre asks of me. */
export function Mine() {
  const list = useList(async (cursor) => {
    const part = await call(routes.complaints.mine, { params: { centre }, query: { limit: 20, ...(cursor ? { cursor } : {}) } })
    return { entries: part.complaints, cursor: part.cursor }
  }, seenMine)
  // When it cannot be had the list still has its mark 待补充, and says itself what is wrong.
  const asked = useLoaded('asked', async () => (await call(routes.complaints.asked, { params: { centre } })).complaints, seenAsked)
  const reload = () => Promise.all([list.reload(), asked.reload()])
  useReturn(() => void reload())
  useRefresh(reload)
  return (
    <>
      <AskedCards complaints={asked.value ?? []} />
      <Paged list={list} empty={<EmptyState title={words.mineEmpty} detail={words.mineEmptyDetail}><Button onTap={() => void open('pages/complain/index')}>{words.goComplain}</Button></EmptyState>}>
        {(complaints) => (
          <Card flush>
            {complaints.map(({ id, kind, receipt, state, text, updatedAt }) => (
              <Row
                key={id}
                title={cut(text, 48)}
                detail={<StateLine state={state} when={whenInWords(updatedAt, now())} more={`${complaintKinds[kind]} · ${receipt}`} />}
                onTap={() => void open('pages/complaint/index', { id })}
              />
            ))}
          </Card>
        )}
      </Paged>
    </>
  )
}
