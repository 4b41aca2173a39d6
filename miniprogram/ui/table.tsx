import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './table.scss'

/** Rows and columns. */
export interface TableProps {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A table; on a narrow screen each row becomes a block in which every cell tells its column. */
export function Table({ label, heads, rows }: TableProps) {
  return (
    <View className='table' role='table' aria-label={label}>
      <View className='table__row table__row--head' role='row'>
        {heads.map((head) => <View key={head} className='table__cell' role='columnheader'>{head}</View>)}
      </View>
      {rows.map(({ key, cells }) => (
        <View key={key} className='table__row' role='row'>
          {cells.map((cell, index) => (
            <View key={heads[index]} className='table__cell' role='cell'>
              <View className='table__head-again'>{heads[index]}</View>
              {cell}
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
