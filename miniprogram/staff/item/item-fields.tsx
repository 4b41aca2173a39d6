import { View } from '@tarojs/components'
import { columns as headings, type Column } from '@shared/items/columns'
import type { FieldProblems } from '@shared/errors/service-error'
import { useCentre } from '../../state/centre'
import { item as words } from '../../texts/staff/items'
import { frame } from '../../texts/staff/frame'
import { Card } from '../../ui/card'
import { Checklist } from '../../ui/checklist'
import { Chips } from '../../ui/chips'
import { Field } from '../../ui/field'
import { Labelled } from '../frame/labelled'
import { choicesOf, controlOf, flagGroup, groups } from './groups'
import type { ItemForm } from './item-form'

/** Id of a column's field, to put the focus there. */
export const fieldId = (column: string) => `item-${column}`

/** The form's fields. */
export interface ItemFieldsProps {
  readonly form: ItemForm
  readonly problems: FieldProblems
  readonly onChange: (column: Column, text: string) => void
}

const hints: Partial<Record<Column, string>> = words.hints
const longest: Partial<Record<Column, number>> = { name: 200, result: 200, fee: 300, department: 100, code: 100, telephone: 60, floor: 20 }
const headingOf = (column: Column) => headings[column][0]

function Choice({ column, form, problems, onChange }: ItemFieldsProps & { readonly column: Column }) {
  const { value: centre } = useCentre()
  const several = controlOf(column) === 'several'
  const chosen = several ? form[column].split('；').filter(Boolean) : [form[column]]
  const choices = choicesOf(column, centre, form[column])
  const choose = (value: string) => {
    if (!several) return onChange(column, value)
    const wanted = choices.map((choice) => choice.value).filter((one) => (one === value ? !chosen.includes(one) : chosen.includes(one)))
    onChange(column, wanted.join('；'))
  }
  return (
    <Labelled id={fieldId(column)} label={headingOf(column)} error={problems[column]} hint={hints[column]}>
      <Chips single={!several} label={headingOf(column)} choices={several ? choices : [...choices, { value: '', label: words.none }]} chosen={chosen} onChoose={choose} />
    </Labelled>
  )
}

function One(props: ItemFieldsProps & { readonly column: Column }) {
  const { column, form, problems, onChange } = props
  const control = controlOf(column)
  if (control === 'one' || control === 'several') return <Choice {...props} />
  const lines = control === 'lines'
  return (
    <Field
      id={fieldId(column)}
      label={headingOf(column)}
      optional={column === 'name' ? undefined : lines ? `（${words.lines}，选填）` : frame.optional}
      hint={hints[column]}
      multiline={lines}
      max={lines ? 60_000 : longest[column] ?? 40}
      initial={form[column]}
      error={problems[column]}
      onInput={(text) => onChange(column, text)}
    />
  )
}

/** Every column of an item in the guide's groups; problems stand at their field. */
export function ItemFields(props: ItemFieldsProps) {
  const { form, onChange } = props
  return (
    <View className='item-form'>
      {groups.map(({ title, columns }) => (
        <Card key={title} title={title}>
          <View className='item-form__grid'>
            {columns.map((column) => <View key={column} className={controlOf(column) === 'lines' || column === 'name' ? 'item-form__wide' : ''}><One {...props} column={column} /></View>)}
          </View>
        </Card>
      ))}
      <Card title={flagGroup.title}>
        <Checklist
          label={flagGroup.title}
          entries={flagGroup.columns.map((column) => ({ id: column, title: headingOf(column) }))}
          ticked={flagGroup.columns.filter((column) => form[column] === '是')}
          onToggle={(column) => onChange(column as Column, form[column as Column] === '是' ? '' : '是')}
        />
      </Card>
    </View>
  )
}
