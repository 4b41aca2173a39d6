import { useEffect, type PropsWithChildren } from 'react'
import { View } from '@tarojs/components'
import { focusOn } from '../../platform/focus'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { Sheet, type SheetProps } from '../../ui/sheet'

const body = 'staff-sheet'

/** A sheet for people at a keyboard: it takes the focus when it opens, and Esc closes it. */
export function StaffSheet({ children, ...sheet }: PropsWithChildren<SheetProps>) {
  const { open, onClose } = sheet
  useShortcuts([{ key: 'escape', whileTyping: true, run: onClose }], useShown() && open, 'dialog')
  useEffect(() => {
    if (open) focusOn(body)
  }, [open])
  return <Sheet {...sheet}><View id={body}>{children}</View></Sheet>
}
