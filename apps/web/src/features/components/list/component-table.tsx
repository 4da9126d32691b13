// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useLayoutEffect, useRef, useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useWatchedRows } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import { useMediaQuery } from '../../../lib/media.ts'
import tableClasses from '../../../ui/table.module.css'
import { useWidth } from '../../../ui/use-width.ts'
import widths from './column-widths.module.css'
import { isChosen, tableWidthPx } from './columns.ts'
import type { Column, Density } from './columns.ts'
import { ComponentRow } from './component-row.tsx'
import type { ActionsOf } from './component-row.tsx'
import classes from './component-table.module.css'
import { TableHead } from './table-head.tsx'
import { wishOf } from './table-keys.ts'
import { scrollToRow, useRowWindow } from './use-row-window.ts'
import type { Selection } from './use-selection.ts'
import type { Sort, SortKey } from './view.ts'

const rowHeightsPx = { comfortable: 44, compact: 34 } as const
const cardHeightPx = 112
const narrow = '(max-width: 760px)'

/** How tall a row is. */
export const useRowHeight = (density: Density): number =>
  useMediaQuery(narrow) ? cardHeightPx : rowHeightsPx[density]

interface ComponentTableProps {
  /** Those to be shown, in their order. */
  readonly ids: readonly string[]
  readonly columns: readonly Column[]
  readonly density: Density
  readonly sort: Sort
  readonly q: string | undefined
  readonly selection: Selection
  /** The row in the drawer. */
  readonly openId: string | undefined
  readonly onSort: (key: SortKey) => void
  readonly onOpen: (id: string, isByKey: boolean) => void
  /** Whether somebody is at the rows, by pointer or by keyboard. */
  readonly onHold: (isHeld: boolean) => void
  readonly actionsOf: ActionsOf
}

export function ComponentTable(props: ComponentTableProps) {
  const { ids, columns, density, sort, q, selection, openId } = props
  const { onSort, onOpen, onHold, actionsOf } = props
  const text = useText()
  const [body, setBody] = useState<HTMLTableSectionElement | null>(null)
  const [currentId, setCurrentId] = useState<string>()
  const isPointedAt = useRef(false)
  const isCard = useMediaQuery(narrow)
  const height = useRowHeight(density)
  const { first, end } = useRowWindow(body, { count: ids.length, rowPx: height })
  const rows = ids.slice(first, end)
  const [measure, roomPx] = useWidth()
  const widthPx = isChosen(columns) && !isCard ? tableWidthPx(columns) : 0
  useWatchedRows(rows)
  const current = currentId !== undefined && rows.includes(currentId) ? currentId : rows[0]
  const chosen = new Set(selection.ids)

  const latest = useRef({ ids, selection, onOpen })
  useLayoutEffect(() => {
    latest.current = { ids, selection, onOpen }
  })
  // The same for as long as the table stands, so that a row is drawn anew for its own sake alone.
  const [rowProps] = useState(() => ({
    onOpen: (id: string) => latest.current.onOpen(id, false),
    onSelect: (id: string, isRange: boolean) =>
      latest.current.selection.toggle(id, isRange ? latest.current.ids : undefined),
  }))

  const goTo = (index: number) => {
    setCurrentId(ids[index])
    if (body) scrollToRow(body, index, height)
    focusRow(body, ids[index])
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event
    const isOnRow = target instanceof HTMLAnchorElement
    // A menu of a row hangs elsewhere on the page, and has keys of its own.
    if (!(target instanceof Element) || !body?.contains(target)) return
    const wish = wishOf(event, { index: ids.indexOf(current ?? ''), count: ids.length, isOnRow })
    if (!wish || (wish.type === 'clear' && selection.ids.length === 0)) return
    event.preventDefault()
    if (wish.type === 'go') goTo(wish.to)
    else if (wish.type === 'select-all') selection.set(ids)
    else if (wish.type === 'clear') selection.set([])
    else if (current !== undefined) {
      if (wish.type === 'open') onOpen(current, true)
      else selection.toggle(current)
    }
  }
  const focus = ({ target }: FocusEvent) => {
    const isInMenu = !body?.contains(target)
    if (!isInMenu) setCurrentId(target.closest('tr')?.dataset['id'])
    onHold(isPointedAt.current || isInMenu || target.matches(':focus-visible'))
  }
  const point = (isThere: boolean) => {
    isPointedAt.current = isThere
    onHold(isThere || (body?.querySelector(':focus-visible') ?? null) !== null)
  }

  return (
    <div
      ref={measure}
      className={classes.wrapper}
      data-scrolls={(roomPx > 0 && widthPx > roomPx) || undefined}
    >
      <table
        className={`${tableClasses.table} ${classes.table} ${widths.table}`}
        style={widthPx > 0 ? { minWidth: widthPx } : undefined}
        data-chosen={isChosen(columns) || undefined}
        data-density={density}
        aria-rowcount={ids.length + 1}
      >
        <caption className="unseen">{text('components.caption')}</caption>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          selected={chosen.size === 0 ? 'none' : ids.every((id) => chosen.has(id)) ? 'all' : 'some'}
          onSelectAll={(isWanted) => selection.set(isWanted ? ids : [])}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its links */}
        <tbody
          ref={setBody}
          onPointerEnter={() => point(true)}
          onPointerLeave={() => point(false)}
          onFocus={focus}
          onBlur={() => onHold(isPointedAt.current)}
          onKeyDown={press}
        >
          <Spacer height={first * height} />
          {rows.map((id, place) => (
            <ComponentRow
              key={id}
              id={id}
              position={first + place + 2}
              tabIndex={id === current ? 0 : -1}
              columns={columns}
              q={q}
              isCard={isCard}
              isSelected={chosen.has(id)}
              isOpen={id === openId}
              actionsOf={actionsOf}
              {...rowProps}
            />
          ))}
          <Spacer height={(ids.length - end) * height} />
        </tbody>
      </table>
    </div>
  )
}

/** The row may not stand there yet: it does some frames after the scrolling. */
function focusRow(body: HTMLElement | null, id = '', framesLeft = 30) {
  const link = body?.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] a`)
  if (link) link.focus({ preventScroll: true })
  else if (framesLeft > 0) requestAnimationFrame(() => focusRow(body, id, framesLeft - 1))
}

const Spacer = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr aria-hidden className={classes.spacer}>
      <td style={{ height }}>{null}</td>
    </tr>
  )
