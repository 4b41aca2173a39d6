import { View } from '@tarojs/components'
import { routes } from '@shared/api/routes'
import { columnOrder, headingOf } from '@shared/items/columns'
import type { ImportPreview, ImportResult } from '@shared/items/import'
import { confirm } from '../../platform/feedback'
import { hasFiles, saveFile } from '../../platform/file'
import { back } from '../../platform/navigate'
import { importing as words } from '../../texts/staff/items'
import { frame } from '../../texts/staff/frame'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Checklist } from '../../ui/checklist'
import { EmptyState, Notice } from '../../ui/states'
import { Table } from '../../ui/table'
import { CopyButton } from '../frame/copy-button'
import { mayCall } from '../frame/places'
import { StaffFrame } from '../frame/staff-frame'
import { inOrder, problemsCsv, problemsText } from './import-file'
import { useImport } from './use-import'
import './import.scss'

const shownProblems = 200
const withdrawMissing = 'withdraw-missing'

/** Import of a catalogue file: choose, check row by row, see what would change, import all or nothing. */
export default function StaffImportPage() {
  return (
    <StaffFrame title={words.title} onBack={() => void back('staff/items/index')}>
      {({ role }) => (hasFiles && mayCall(routes.items.importCommit, role) ? <Import /> : <EmptyState title={words.onComputer} detail={words.onComputerDetail} />)}
    </StaffFrame>
  )
}

function Import() {
  const it = useImport()
  const { step, preview } = it
  const busy = step === 'reading' || step === 'checking' || step === 'importing'
  const commit = async () => {
    if (!preview) return
    if (await confirm({ title: words.commitTitle, detail: words.commitDetail(preview.added, preview.changed, preview.withdrawn), yes: words.confirm, no: frame.cancel })) await it.commit()
  }
  const doing = { reading: words.reading, checking: words.sending, importing: words.committing, choosing: '', checked: '', done: '' }[step]
  return (
    <View className='import'>
      <Card>
        <View>{words.detail}</View>
        <View className='quiet import__columns'>{`${words.columns}：${columnOrder.map(headingOf).join('、')}`}</View>
        <View className='button-row'>
          <Button kind={preview ? 'plain' : 'primary'} disabled={busy} onTap={() => void it.choose()}>{it.file ? words.chooseOther : words.choose}</Button>
          <View className='import__file'>{it.file ?? ''}</View>
        </View>
        <Checklist
          label={words.withdrawMissing}
          entries={[{ id: withdrawMissing, title: words.withdrawMissing, detail: words.withdrawMissingDetail }]}
          ticked={it.withdrawMissing ? [withdrawMissing] : []}
          onToggle={() => { if (!busy) it.setWithdrawMissing(!it.withdrawMissing) }}
        />
        {doing ? <View className='import__doing' role='status'><View className='import__bar' />{doing}</View> : null}
        {it.problem ? <Notice tone='bad'>{it.problem}</Notice> : null}
      </Card>
      {it.result && step === 'done' ? (
        <Card title={words.done(it.result.rows)}>
          <Counts counts={it.result} />
          <Button onTap={() => void back('staff/items/index')}>{words.toList}</Button>
        </Card>
      ) : preview ? <Checked preview={preview} busy={busy} onCommit={() => void commit()} /> : null}
    </View>
  )
}

function Counts({ counts }: { readonly counts: ImportResult }) {
  return (
    <View className='import__counts'>
      {(Object.keys(words.counts) as (keyof typeof words.counts)[]).map((key) => (
        <View key={key} className='import__count'>
          <View className='import__number'>{counts[key]}</View>
          <View>{words.counts[key]}</View>
        </View>
      ))}
    </View>
  )
}

function Checked({ preview, busy, onCommit }: { readonly preview: ImportPreview; readonly busy: boolean; readonly onCommit: () => void }) {
  const changes = preview.added + preview.changed + preview.withdrawn
  const { problems } = preview
  return (
    <Card title={words.preview} aside={<View className='quiet'>{words.rows(preview.rows)}</View>}>
      {preview.ignored.length > 0 ? <Notice>{words.ignored(preview.ignored.join('、'))}</Notice> : null}
      {problems.length === 0 ? (
        <>
          <Counts counts={preview} />
          {changes === 0 ? <Notice tone='good'>{words.nothing}</Notice> : <Button disabled={busy} onTap={onCommit}>{words.commit(changes)}</Button>}
        </>
      ) : (
        <>
          <Notice tone='bad'>{words.problems(problems.length)}</Notice>
          <View className='button-row'>
            <CopyButton text={problemsText(problems)} label={words.copyProblems} />
            <Button kind='plain' onTap={() => saveFile(words.problemsFile, problemsCsv(problems), 'text/csv')}>{words.saveProblems}</Button>
          </View>
          <Table
            label={words.problem}
            heads={[words.row, words.column, words.problem]}
            rows={inOrder(problems).slice(0, shownProblems).map(({ row, column, problem }, index) => ({ key: String(index), cells: [row, column, problem] }))}
          />
          {problems.length > shownProblems ? <View className='quiet'>{words.more(problems.length - shownProblems)}</View> : null}
        </>
      )}
    </Card>
  )
}
