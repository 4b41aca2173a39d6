import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { now } from '../../platform/clock'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { frame } from '../../texts/staff/frame'
import { templates } from '../../texts/staff/templates'
import { whenInWords } from '../../texts/when'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Timeline } from '../../ui/timeline'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'

const texts = templates.history

/** Who changed the templates when, newest first, each change to be undone. */
export function HistoryView({ may }: { readonly may: boolean }) {
  const { value, problem, reload } = useStaffLoaded('templates history', () => call(routes.templates.history, {}))
  const { busy, problem: failed, send } = useSending()
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} />
  if (value.versions.length === 0) return <EmptyState title={texts.empty} />
  const newest = value.versions[0].number
  const undo = async (number: number) => {
    if (!await confirm({ title: texts.undoTitle(number), detail: texts.undoDetail, yes: texts.undoYes, no: frame.cancel })) return
    const went = await send(async () => void await call(routes.templates.undo, { params: { number: String(number) }, body: { expectedNumber: newest } }))
    if (went) toast(texts.undone)
    await reload()
  }
  return (
    <View>
      {failed ? <Notice tone='bad'>{failed.message}</Notice> : null}
      <Timeline
        entries={value.versions.map(({ number, at, byName, note, changed, templates: all }) => ({
          id: String(number),
          title: texts.line(number),
          when: `${whenInWords(at, now())} · ${byName}`,
          body: (
            <View>
              <View>{texts.changed(changed.slice(0, 8).join('、'), all)}</View>
              {note ? <View>{note}</View> : null}
              {may && number > 1 ? <Button kind='text' disabled={busy} onTap={() => void undo(number)}>{texts.undo}</Button> : null}
            </View>
          ),
        }))}
      />
    </View>
  )
}
