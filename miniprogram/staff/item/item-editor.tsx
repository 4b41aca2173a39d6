import { View } from '@tarojs/components'
import { columns } from '@shared/items/columns'
import type { Item } from '@shared/items/item'
import { confirm } from '../../platform/feedback'
import { useShortcuts } from '../../platform/shortcuts'
import { useShown } from '../../platform/shown'
import { item as words } from '../../texts/staff/items'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/states'
import type { KeyHelp } from '../frame/help-sheet'
import { ItemFields } from './item-fields'
import { useItemEdit } from './use-item-edit'

/** Keys of the edit form. */
export const editHelp: readonly KeyHelp[] = [{ keys: ['Ctrl', 'Enter'], does: frame.keys.save }]

/** The edit form with its save bar; unsaved changes stay on the device. */
export function ItemEditor({ item, onSaved }: { readonly item: Item | undefined; readonly onSaved: (item: Item) => void }) {
  const edit = useItemEdit(item, onSaved)
  const { changed, problems, sending, clashes, overtaken, restored } = edit
  const shown = useShown()
  const save = () => { if (!sending.busy && changed.length > 0) void edit.save() }
  useShortcuts([{ key: 'ctrl+enter', whileTyping: true, run: save }, { key: 'ctrl+s', whileTyping: true, run: save }], shown)
  const discard = async () => {
    if (await confirm({ title: words.discardTitle, detail: words.discardDetail, yes: words.discard, no: frame.cancel })) edit.discard()
  }
  const wrong = Object.keys(problems).length
  const failed = sending.problem && sending.problem.code !== 'version-conflict' && wrong === 0 ? sending.problem.message : undefined
  const saveWords = !item ? words.create : item.state === 'withdrawn' ? words.saveWithdrawn : words.save
  return (
    <View>
      {overtaken ? <Notice tone='warn'>{words.conflict}</Notice> : restored && changed.length > 0 ? <Notice>{words.restored}</Notice> : null}
      {clashes.map(({ column, theirs }) => (
        <Notice key={column} tone='bad'>
          {words.clash(columns[column][0], theirs)}
          <Button kind='text' onTap={() => edit.takeTheirs(column)}>{words.takeTheirs}</Button>
        </Notice>
      ))}
      <ItemFields key={edit.round} form={edit.form} problems={problems} onChange={edit.change} />
      <View className='save-bar'>
        {wrong > 0 ? <Notice tone='bad'>{words.wrong(wrong)}</Notice> : null}
        {failed ? <Notice tone='bad'>{failed}</Notice> : null}
        <View className='button-row'>
          <Button busy={sending.busy} disabled={changed.length === 0} onTap={save}>{sending.busy ? words.saving : saveWords}</Button>
          <Button kind='text' disabled={changed.length === 0} onTap={() => void discard()}>{words.discard}</Button>
          <View className='quiet'>{changed.length > 0 ? words.changedCount(changed.length) : words.unchanged}</View>
        </View>
      </View>
    </View>
  )
}
