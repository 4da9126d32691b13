import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { useMediaQuery } from '../../lib/media.ts'
import { useText } from '../../i18n/text.ts'
import tableClasses from '../../ui/table.module.css'
import { ComponentRow } from './component-row.tsx'
import classes from './component-table.module.css'
import { held } from './view.ts'
import type { Sort, SortKey } from './view.ts'
import { TableHead } from './table-head.tsx'

export const rowHeightPx = 44
export const cardHeightPx = 112
export const narrow = '(max-width: 760px)'

interface ComponentTableProps {
  readonly components: readonly Component[]
  /** Those to be shown, in their order; with a change of `viewKey` it holds at once. */
  readonly ids: readonly string[]
  readonly viewKey: string
  readonly sort: Sort
  readonly q: string | undefined
  readonly onSort: (key: SortKey) => void
  readonly onOpen: (id: string) => void
  readonly actionsOf: (component: Component, tabIndex: 0 | -1) => ReactNode
}

export function ComponentTable(props: ComponentTableProps) {
  // React's compiler and the virtualizer don't go together: this one is left as it is written.
  'use no memo'
  const { components, ids, viewKey, sort, q, onSort, onOpen, actionsOf } = props
  const text = useText()
  const [wrapper, setWrapper] = useState<HTMLDivElement | null>(null)
  const [isPointedAt, setPointedAt] = useState(false)
  const [focusedId, setFocusedId] = useState<string>()
  const [currentId, setCurrentId] = useState<string>()
  const byId = new Map(components.map((component) => [component.id, component]))
  const isHeld = isPointedAt || focusedId !== undefined
  const shown = useHeldOrder(ids, viewKey, isHeld, (id) => byId.has(id))

  const height = useMediaQuery(narrow) ? cardHeightPx : rowHeightPx
  // oxlint-disable-next-line react/incompatible-library -- hence 'use no memo'
  const virtualizer = useWindowVirtualizer({
    count: shown.length,
    estimateSize: () => height,
    getItemKey: (index) => `${height}:${shown[index]}`,
    overscan: 8,
    scrollMargin: wrapper?.offsetTop ?? 0,
    scrollPaddingStart: 100,
    scrollPaddingEnd: 80,
  })
  const rows = virtualizer.getVirtualItems()
  const firstPx = (rows[0]?.start ?? 0) - virtualizer.options.scrollMargin
  const lastPx = (rows.at(-1)?.end ?? 0) - virtualizer.options.scrollMargin
  const current = rows.some(({ index }) => shown[index] === currentId)
    ? currentId
    : shown[rows[0]?.index ?? 0]

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const index = shown.indexOf(current ?? '')
    const target = destination(event.key, index, shown.length)
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setCurrentId(shown[target])
    virtualizer.scrollToIndex(target)
    focusRow(wrapper, shown[target])
  }
  const focus = ({ target }: FocusEvent) => {
    const id = target.closest('tr')?.dataset['id']
    setFocusedId(target.matches(':focus-visible') ? id : undefined)
    setCurrentId(id)
  }

  return (
    <div ref={setWrapper} className={classes.wrapper}>
      <table className={`${tableClasses.table} ${classes.table}`} aria-rowcount={shown.length + 1}>
        <caption className="unseen">{text('components.caption')}</caption>
        <TableHead sort={sort} onSort={onSort} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys move between its links */}
        <tbody
          onPointerEnter={() => setPointedAt(true)}
          onPointerLeave={() => setPointedAt(false)}
          onFocus={focus}
          onBlur={() => setFocusedId(undefined)}
          onKeyDown={move}
        >
          <Spacer height={firstPx} />
          {rows.map(({ index }) => {
            const component = byId.get(shown[index] ?? '')
            if (!component) return null
            const tabIndex = component.id === current ? 0 : -1
            return (
              <ComponentRow
                key={component.id}
                component={component}
                position={index + 2}
                tabIndex={tabIndex}
                q={q}
                onOpen={onOpen}
                actions={actionsOf(component, tabIndex)}
              />
            )
          })}
          <Spacer height={virtualizer.getTotalSize() - lastPx} />
        </tbody>
      </table>
    </div>
  )
}

/** The newest order, or the one before for as long as someone points at it. */
function useHeldOrder(
  ids: readonly string[],
  viewKey: string,
  isHeld: boolean,
  isTracked: (id: string) => boolean,
): readonly string[] {
  const [kept, keep] = useState({ ids, viewKey })
  if (isHeld && kept.viewKey === viewKey) return held(kept.ids, ids, isTracked)
  if (kept.ids !== ids || kept.viewKey !== viewKey) keep({ ids, viewKey })
  return ids
}

function destination(key: string, index: number, count: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + 10,
    PageUp: index - 10,
    Home: 0,
    End: count - 1,
  }
  const target = moves[key]
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target))
}

/** The row may not stand there yet: it does some frames after the scrolling. */
function focusRow(wrapper: HTMLElement | null, id = '', framesLeft = 30) {
  const link = wrapper?.querySelector<HTMLElement>(`tr[data-id="${CSS.escape(id)}"] a`)
  if (link) link.focus({ preventScroll: true })
  else if (framesLeft > 0) requestAnimationFrame(() => focusRow(wrapper, id, framesLeft - 1))
}

const Spacer = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr aria-hidden className={classes.spacer}>
      <td style={{ height }}>{null}</td>
    </tr>
  )
