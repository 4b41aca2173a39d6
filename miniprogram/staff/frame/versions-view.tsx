import { View } from '@tarojs/components'
import { now } from '../../platform/clock'
import { confirm, toast } from '../../platform/feedback'
import { frame } from '../../texts/staff/frame'
import { whenInWords } from '../../texts/when'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState, ErrorState, Notice } from '../../ui/states'
import { Timeline } from '../../ui/timeline'
import { useSending } from './use-sending'
import { useStaffLoaded } from './use-staff-loaded'

/** One version of what staff keep as a whole: who made it when, and why. */
export interface Version {
  readonly number: number
  /** An instant. */
  readonly at: string
  readonly byName: string
  readonly note?: string
}

/** A list of versions, and what is said of them. */
export interface VersionsViewProps<T extends Version> {
  /** Names the list among what the page fetches. */
  readonly name: string
  readonly texts: {
    readonly empty: string
    readonly line: (number: number) => string
    readonly undo: string
    readonly undoTitle: (number: number) => string
    readonly undoDetail: string
    readonly undoYes: string
    readonly undone: string
  }
  /** Who looks may undo. */
  readonly may: boolean
  /** The versions, newest first. */
  readonly fetch: () => Promise<readonly T[]>
  /** What a version changed, in words. */
  readonly changes: (version: T) => string
  /** Puts back what was before version `number`; `newest` is the version in force as far as the page knows. */
  readonly undo: (number: number, newest: number) => Promise<unknown>
}

/** Who changed it when, newest first, each version but the first to be undone. */
export function VersionsView<T extends Version>({ name, texts, may, fetch, changes, undo }: VersionsViewProps<T>) {
  const { value: versions, problem, reload } = useStaffLoaded(name, fetch)
  const { busy, problem: failed, send } = useSending()
  if (problem) return <ErrorState message={problem.message} retryLabel={frame.retry} onRetry={() => void reload()} />
  if (!versions) return <Skeleton label={frame.loading} />
  const [newest] = versions
  if (!newest) return <EmptyState title={texts.empty} />
  const undoOne = async (number: number) => {
    if (!await confirm({ title: texts.undoTitle(number), detail: texts.undoDetail, yes: texts.undoYes, no: frame.cancel })) return
    if (await send(async () => void await undo(number, newest.number))) toast(texts.undone)
    await reload()
  }
  return (
    <View>
      {failed ? <Notice tone='bad'>{failed.message}</Notice> : null}
      <Timeline
        entries={versions.map((version) => ({
          id: String(version.number),
          title: texts.line(version.number),
          when: `${whenInWords(version.at, now())} · ${version.byName}`,
          body: (
            <View>
              <View>{changes(version)}</View>
              {version.note ? <View>{version.note}</View> : null}
              {may && version.number > 1 ? <Button kind='text' disabled={busy} onTap={() => void undoOne(version.number)}>{texts.undo}</Button> : null}
            </View>
          ),
        }))}
      />
    </View>
  )
}
