import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { now } from '../../platform/clock'
import { confirm, toast } from '../../platform/feedback'
import { call } from '../../platform/request'
import { words } from '../../texts/staff/words'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Timeline } from '../../ui/timeline'
import { useSending } from '../frame/use-sending'
import { useStaffLoaded } from '../frame/use-staff-loaded'
import { whenInWords } from '../../texts/when'

const texts = words.history

/** What was published when and by whom, newest first, each to be undone. */
export function HistoryView({ may }: { readonly may: boolean }) {
  const { value, problem, reload } = useStaffLoaded('words history', () => call(routes.words.history, {}))
  const { busy, problem: failed, send } = useSending()
  const undo = async (number: number) => {
    if (!await confirm({ title: texts.undoTitle(number), detail: texts.undoDetail, yes: texts.undoYes, no: frame.cancel })) return
    const went = await send(async () => void await call(routes.words.undo, { params: { number: String(number) } }))
    if (went) toast(texts.undone)
    await reload()
  }
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!value) return <Skeleton label={frame.loading} />
  if (value.publications.length === 0) return <EmptyState title={texts.empty} />
  return (
    <View>
      {failed ? <Notice tone='bad'>{failed.message}</Notice> : null}
      <Timeline
        entries={value.publications.map(({ number, at, byName, note, added, changed, removed, words: all }) => ({
          id: String(number),
          title: texts.line(number),
          when: `${whenInWords(at, now())} · ${byName}`,
          body: (
            <View>
              <View>{texts.counts(added, changed, removed, all)}</View>
              {note ? <View>{note}</View> : null}
              {may && number > 1 ? <Button kind='text' disabled={busy} onTap={() => void undo(number)}>{texts.undo}</Button> : null}
            </View>
          ),
        }))}
      />
    </View>
  )
}
