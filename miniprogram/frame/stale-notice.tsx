import { now } from '../platform/clock'
import type { Stale } from '../state/stand-in'
import { texts } from '../texts'
import { whenInWords } from '../texts/when'
import { Button } from '../ui/button'
import { Notice } from '../ui/states'

/** Says that what shows below is from an earlier visit, of when, and offers to try again; nothing while it is the current one. */
export function StaleNotice({ stale, onRetry }: { readonly stale: Stale | undefined; readonly onRetry: () => void }) {
  if (!stale) return null
  const when = stale.at ? whenInWords(stale.at, now()) : texts.common.earlier
  return (
    <Notice tone='warn'>
      {stale.offline ? texts.common.offline(when) : texts.common.unreachable(when)}
      <Button kind='text' onTap={onRetry}>{texts.common.retry}</Button>
    </Notice>
  )
}
