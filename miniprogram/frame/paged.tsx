import type { ReactNode } from 'react'
import { useReachEnd } from '../platform/page'
import type { PagedList } from '../state/use-list'
import { texts } from '../texts'
import { Button } from '../ui/button'
import { ErrorState } from '../ui/states'
import { Skeleton } from '../ui/skeleton'

/** A paged list in all its states: on its way, refused, empty, there, with more to come. */
export function Paged<T>({ list, empty, children }: { readonly list: PagedList<T>; readonly empty: ReactNode; readonly children: (entries: readonly T[]) => ReactNode }) {
  useReachEnd(list.more)
  const { entries, problem, loading } = list
  return (
    <>
      {problem ? <ErrorState message={problem.message} retryLabel={texts.common.retry} onRetry={() => void list.reload()} /> : null}
      {!entries && loading ? <Skeleton lines={8} label={texts.common.loading} /> : null}
      {entries && entries.length === 0 ? empty : null}
      {entries && entries.length > 0 ? children(entries) : null}
      {entries && list.hasMore && !problem ? <Button kind='plain' wide busy={loading} onTap={list.more}>{loading ? texts.common.loadingMore : texts.common.more}</Button> : null}
    </>
  )
}
