// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useText } from '../../../i18n/text.ts'
import type { Column } from './columns.ts'
import type { Sort } from './view.ts'

interface TableHeadProps {
  readonly columns: readonly Column[]
  readonly sort: Sort
  readonly onSort: (key: Column) => void
  /** Of the rows shown. */
  readonly selected: 'all' | 'some' | 'none'
  readonly onSelectAll: (isWanted: boolean) => void
}

export function TableHead({ columns, sort, onSort, selected, onSelectAll }: TableHeadProps) {
  const text = useText()
  const Arrow = sort.isDescending ? IconArrowDown : IconArrowUp
  return (
    <thead>
      <tr>
        <th scope="col" data-column="select">
          <label>
            <input
              type="checkbox"
              aria-label={text('select.all')}
              ref={(box) => {
                if (box) box.indeterminate = selected === 'some'
              }}
              checked={selected === 'all'}
              onChange={() => onSelectAll(selected !== 'all')}
            />
          </label>
        </th>
        {columns.map((key) => (
          <th
            key={key}
            scope="col"
            data-column={key}
            aria-sort={
              sort.key === key ? (sort.isDescending ? 'descending' : 'ascending') : undefined
            }
          >
            <button type="button" onClick={() => onSort(key)}>
              {text(`column.${key}`)}
              {sort.key === key && <Arrow size={13} stroke={2} aria-hidden />}
            </button>
          </th>
        ))}
        <th scope="col" data-column="actions">
          <span className="unseen">{text('column.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}
