import { Text, View } from '@tarojs/components'
import { frame } from '../../texts/staff/frame'
import { Sheet } from '../../ui/sheet'
import './help-sheet.scss'

/** What a key does, as `?` tells it. */
export interface KeyHelp {
  readonly keys: readonly string[]
  readonly does: string
}

const everywhere: readonly KeyHelp[] = [{ keys: ['?'], does: frame.keys.help }]

/** The shortcuts of the page. */
export function HelpSheet({ open, page, onClose }: { readonly open: boolean; readonly page: readonly KeyHelp[]; readonly onClose: () => void }) {
  return (
    <Sheet open={open} title={frame.help} closeLabel={frame.close} onClose={onClose}>
      {[...page, ...everywhere].map(({ keys, does }) => (
        <View key={does} className='key-help'>
          <View className='key-help__keys'>{keys.map((key) => <Text key={key} className='key'>{key}</Text>)}</View>
          <Text>{does}</Text>
        </View>
      ))}
    </Sheet>
  )
}
