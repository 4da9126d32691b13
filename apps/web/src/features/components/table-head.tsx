import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useText } from '../../i18n/text.ts'
import { sortKeys } from './view.ts'
import type { Sort, SortKey } from './view.ts'

interface TableHeadProps {
  readonly sort: Sort
  readonly onSort: (key: SortKey) => void
}

export function TableHead({ sort, onSort }: TableHeadProps) {
  const text = useText()
  const Arrow = sort.isDescending ? IconArrowDown : IconArrowUp
  return (
    <thead>
      <tr>
        {sortKeys.map((key) => (
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
