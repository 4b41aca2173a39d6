import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { sentenceOf } from '../../state/problem'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'
import { Notice } from '../../ui/states'
import type { Sending } from './use-sending'

/** One entry of a list that staff keep, new or stored. */
export interface EntrySheetProps {
  readonly title: string
  readonly sending: Sending
  /** What the button says, what it says while sending, and what is said when a colleague was quicker. */
  readonly texts: { readonly save: string; readonly saving: string; readonly conflict: string }
  readonly onSave: () => void
  /** Left out for a new entry. */
  readonly onRemove?: (() => void) | undefined
  readonly onClose: () => void
  /** The fields. */
  readonly children: ReactNode
}

/** The sheet in which an entry is written: its fields, what was refused, save (Ctrl+Enter too) and remove. */
export function EntrySheet({ title, sending: { busy, problem }, texts, onSave, onRemove, onClose, children }: EntrySheetProps) {
  const shown = useShown()
  useShortcuts([{ key: 'ctrl+enter', whileTyping: true, run: onSave }], shown, 'dialog')
  return (
    <Sheet open title={title} closeLabel={frame.close} onClose={onClose}>
      {children}
      {problem ? <Notice tone='bad'>{problem.code === 'version-conflict' ? texts.conflict : sentenceOf(problem)}</Notice> : null}
      <View className='button-row'>
        <Button busy={busy} onTap={onSave}>{busy ? texts.saving : texts.save}</Button>
        {onRemove ? <Button kind='danger' disabled={busy} onTap={onRemove}>{frame.remove}</Button> : null}
      </View>
    </Sheet>
  )
}
