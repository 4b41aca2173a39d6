import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { readScanned } from '@shared/codes/address'
import { targetOf } from '@shared/codes/scene'
import { itemCodes } from '@shared/search'
import { PageFrame } from '../../frame/page-frame'
import { isTabPage, open, replace } from '../../platform/navigate'
import { usePageQuery } from '../../platform/page'
import { WaysOn } from '../../search/nothing-found'
import { useCentre } from '../../state/centre'
import { currentSnapshot, refreshSnapshot, useSnapshot } from '../../state/snapshot'
import { texts } from '../../texts'
import { Button } from '../../ui/button'
import { Skeleton } from '../../ui/skeleton'
import { EmptyState } from '../../ui/states'
import { destinationOf } from './destination'

const words = texts.search

/**
 * Where every scanned code leads first: a mini-program code with its `scene`, an older code with its address in `q` (WeChat gives it
 * when an ordinary code is set to open the mini-program). Opens the page that it stands for; says what to do when it stands for nothing.
 */
export default function OpenPage() {
  const { scene = '', q = '' } = usePageQuery()
  const { value: centre, problem } = useCentre()
  const { snapshot, status } = useSnapshot()
  const [unknown, setUnknown] = useState(false)
  useEffect(() => void refreshSnapshot(), [])
  const ready = (snapshot !== undefined || status === 'failed') && (centre !== undefined || problem !== undefined)
  useEffect(() => {
    if (!ready) return
    const target = targetOf(scene)
    const known = { centre, items: currentSnapshot().snapshot && itemCodes(currentSnapshot().snapshot!) }
    const to = destinationOf(target ? { target, candidates: [] } : readScanned(q || scene), known)
    if (!to) setUnknown(true)
    else void (isTabPage(to.page) ? open(to.page) : replace(to.page, to.query))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when both are there or are known to be missing
  }, [ready])
  return (
    <PageFrame title={words.scanned}>
      {unknown ? (
        <View>
          <EmptyState title={words.scannedNothing} detail={words.scannedNothingDetail}>
            <Button onTap={() => void open('pages/search/index')}>{words.title}</Button>
          </EmptyState>
          <WaysOn question={() => q || scene} centre={centre} />
        </View>
      ) : <Skeleton lines={8} label={texts.common.loading} />}
    </PageFrame>
  )
}
