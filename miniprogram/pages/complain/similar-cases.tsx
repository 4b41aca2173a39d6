import { View } from '@tarojs/components'
import type { SimilarCase } from '@shared/complaints/public-case'
import { complaintStates } from '@shared/complaints/states'
import { useFollowing } from '../../complaints/use-following'
import { open } from '../../platform/navigate'
import type { Draft } from '../../state/draft'
import { texts } from '../../texts'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import { useSimilar } from './use-similar'

const words = texts.complaint

/** One public case: its answer, “我也遇到” in place of writing it again, or “不是这个”. */
function Case({ it, onPutAside }: { readonly it: SimilarCase; readonly onPutAside: () => void }) {
  const { busy, problem, follow, ...followed } = useFollowing(it.id, it.followers)
  return (
    <View className='similar__case'>
      <View>
        <Badge>{complaintStates[it.state]}</Badge>
        {followed.followers > 0 ? <Badge>{words.similarCount(followed.followers)}</Badge> : null}
      </View>
      <View className='similar__question'>{it.question}</View>
      <View className='similar__answer'>{`${words.answer}：${it.answer}`}</View>
      {followed.following ? <Notice tone='good'>{words.similarFollowed}</Notice> : null}
      {problem ? <Notice tone='bad'>{problem}</Notice> : null}
      <View className='similar__choices'>
        {followed.following
          ? <Button kind='text' busy={busy} onTap={() => void follow(false)}>{words.similarUnfollow}</Button>
          : <Button kind='plain' busy={busy} onTap={() => void follow(true)}>{words.similarToo}</Button>}
        <Button kind='text' onTap={() => void open('pages/answer/index', { id: it.id })}>{words.similarSee}</Button>
        {followed.following ? null : <Button kind='text' onTap={onPutAside}>{words.similarNot}</Button>}
      </View>
    </View>
  )
}

/** Below the text: what others raised in public about the same thing. Whoever finds theirs there need not write it again; everybody else goes on writing. */
export function SimilarCases({ draft }: { readonly draft: Draft }) {
  const { cases, putAside } = useSimilar(draft)
  if (cases.length === 0) return null
  return (
    <View className='similar' role='region' aria-label={words.similar}>
      <View className='similar__title'>{words.similar}</View>
      <View className='complain__hint'>{words.similarDetail}</View>
      {cases.map((it) => <Case key={it.id} it={it} onPutAside={() => putAside(it.id)} />)}
    </View>
  )
}
