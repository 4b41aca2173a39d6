import type { ReactNode } from 'react'
import { useReachEnd } from '../platform/page'
import type { PagedList } from '../state/use-list'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { ErrorState } from '../ui/states'
import { Skeleton } from '../ui/skeleton'
import { StaleNotice } from './stale-notice'

/** A paged list in all its states: on its way, refused, empty, there (perhaps from an earlier visit), with more to come. */
export function Paged<T>({ list, empty, children }: { readonly list: PagedList<T>; readonly empty: ReactNode; readonly children: (entries: readonly T[]) => ReactNode }) {
  useReachEnd(list.more)
  const { entries, problem, loading, stale } = list
  return (
    <>
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={() => void list.reload()} /> : null}
      <StaleNotice stale={stale} onRetry={() => void list.reload()} />
      {!entries && loading ? <Skeleton lines={8} label={texts.common.loading} /> : null}
      {entries && entries.length === 0 ? empty : null}
      {entries && entries.length > 0 ? children(entries) : null}
      {entries && list.hasMore && !problem ? <Button kind='plain' wide busy={loading} onTap={list.more}>{loading ? texts.common.loadingMore : texts.common.more}</Button> : null}
    </>
  )
}
