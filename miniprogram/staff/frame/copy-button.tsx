import { copy } from '../../platform/device'
import { toast } from '../../platform/feedback'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'

/** Copies a text and says so. */
export function CopyButton({ text, label = frame.copy }: { readonly text: string; readonly label?: string }) {
  return <Button kind='text' onTap={() => void copy(text).then(() => toast(frame.copied), () => toast(frame.copyFailed))}>{label}</Button>
}
