import { View } from '@tarojs/components'
import { open } from '../platform/navigate'
import { texts } from '../texts'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Notice } from '../ui/states'
import { useFollowing } from './use-following'

const words = texts.complaint

/** “我也遇到” below a public case, how many others do, and taking it back; for one's own case the way to its progress. */
export function FollowButton({ id, followers }: { readonly id: string; /** As the list told. */ readonly followers?: number }) {
  const it = useFollowing(id, followers)
  if (it.own) return <Button kind='plain' wide onTap={() => void open('pages/complaint/index', { id })}>{words.followOwn}</Button>
  return (
    <View>
      {it.followers > 0 ? <View className='answers__followers'><Badge>{words.similarCount(it.followers)}</Badge></View> : null}
      {it.following ? <Notice tone='good'>{words.similarFollowed}</Notice> : null}
      {it.problem ? <Notice tone='bad'>{it.problem}</Notice> : null}
      {it.following
        ? <Button kind='text' wide busy={it.busy} onTap={() => void it.follow(false)}>{words.similarUnfollow}</Button>
        : <Button wide busy={it.busy} onTap={() => void it.follow(true)}>{words.similarToo}</Button>}
    </View>
  )
}
