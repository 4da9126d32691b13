import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { columns, columnsOf, columnsWord, defaultColumns, makeUsual } from './columns.ts'
import type { Column } from './columns.ts'
import classes from './columns-menu.module.css'
import type { ListTools } from './list-view.ts'

interface ColumnsMenuProps {
  readonly tools: Pick<ListTools, 'search' | 'narrowTo'>
}

/** Which columns there are and in which order: in the URL, and what this browser shows from now on. */
export function ColumnsMenu({ tools: { search, narrowTo } }: ColumnsMenuProps) {
  const text = useText()
  const shown = columnsOf(search)
  const hidden = columns.filter((column) => !shown.includes(column))
  const show = (next: readonly Column[]) => {
    const word = columnsWord(next)
    makeUsual('cols', word)
    narrowTo({ cols: word })
  }

  return (
    <Popover icon={IconColumns3} label={text('columns.title')}>
      {() => (
        <div className={classes.menu}>
          <ol aria-label={text('columns.shown')}>
            {shown.map((column, place) => (
              <li key={column} className={classes.line}>
                <Checkbox
                  checked
                  disabled={column === 'name'}
                  onChange={() => show(shown.filter((it) => it !== column))}
                >
                  {text(`column.${column}`)}
                </Checkbox>
                <IconButton
                  icon={IconArrowUp}
                  label={text('columns.earlier', { column: text(`column.${column}`) })}
                  isOff={place === 0}
                  onClick={() => show(moved(shown, place, place - 1))}
                />
                <IconButton
                  icon={IconArrowDown}
                  label={text('columns.later', { column: text(`column.${column}`) })}
                  isOff={place === shown.length - 1}
                  onClick={() => show(moved(shown, place, place + 1))}
                />
              </li>
            ))}
          </ol>
          {hidden.length > 0 && (
            <ul aria-label={text('columns.hidden')} className={classes.hidden}>
              {hidden.map((column) => (
                <li key={column}>
                  <Checkbox checked={false} onChange={() => show([...shown, column])}>
                    {text(`column.${column}`)}
                  </Checkbox>
                </li>
              ))}
            </ul>
          )}
          <Button
            isSmall
            isOff={columnsWord(shown) === undefined}
            onClick={() => show(defaultColumns)}
          >
            {text('columns.default')}
          </Button>
        </div>
      )}
    </Popover>
  )
}

function moved(shown: readonly Column[], from: number, to: number): readonly Column[] {
  const [column] = shown.slice(from, from + 1)
  return column === undefined ? shown : shown.toSpliced(from, 1).toSpliced(to, 0, column)
}
