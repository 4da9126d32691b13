// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import type { Component } from '@wheelhouse/contract'
import { memo } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { useComponent } from '../../../api/estate.ts'
import { useText } from '../../../i18n/text.ts'
import { useClock } from '../../../lib/clock.ts'
import { isStale } from '../../../lib/freshness.ts'
import { ColumnCell } from './column-cell.tsx'
import type { Column } from './columns.ts'

export type ActionsOf = (component: Component, tabIndex: 0 | -1) => ReactNode

interface ComponentRowProps {
  readonly id: string
  /** Counted from 1 with the head. */
  readonly position: number
  readonly tabIndex: 0 | -1
  readonly columns: readonly Column[]
  readonly q: string | undefined
  readonly isCard: boolean
  readonly isSelected: boolean
  readonly isOpen: boolean
  readonly actionsOf: ActionsOf
  readonly onOpen: (id: string) => void
  /** `isRange`: from the row that was chosen before up to this one. */
  readonly onSelect: (id: string, isRange: boolean) => void
}

/** Drawn anew with its own component, and with nobody else's. */
export const ComponentRow = memo(function ComponentRow({ id, ...props }: ComponentRowProps) {
  const component = useComponent(id)
  return component ? <Row component={component} {...props} /> : null
})

type RowProps = Omit<ComponentRowProps, 'id'> & { readonly component: Component }

function Row(props: RowProps) {
  const { component, position, tabIndex, columns, q, isCard, isSelected, isOpen } = props
  const { actionsOf, onOpen, onSelect } = props
  const { id } = component
  const stale = useClock((nowMs) => isStale(component, nowMs))

  /** A click anywhere in the row opens it, unless it marks text or is meant for something in it. */
  const click = (event: MouseEvent<HTMLElement>) => {
    const isOwn = event.target instanceof Element && event.target.closest('a, button, label')
    if (isOwn) return
    if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect(id, event.shiftKey)
    else if (window.getSelection()?.toString() === '') onOpen(id)
  }
  /** The browser would mark text instead. */
  const press = (event: MouseEvent<HTMLElement>) => {
    if (event.shiftKey) event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a larger target for the mouse; the keyboard has the keys of the table
    <tr
      data-id={id}
      data-stale={stale || undefined}
      data-selected={isSelected || undefined}
      data-open={isOpen || undefined}
      aria-rowindex={position}
      onMouseDown={press}
      onClick={click}
    >
      <td data-column="select">
        <SelectBox
          component={component}
          isSelected={isSelected}
          tabIndex={tabIndex}
          onSelect={onSelect}
        />
      </td>
      {columns.map((column) => (
        <td key={column} data-column={column}>
          <ColumnCell
            component={component}
            column={column}
            tabIndex={tabIndex}
            q={q}
            isCard={isCard}
          />
        </td>
      ))}
      <td data-column="actions">{actionsOf(component, tabIndex)}</td>
    </tr>
  )
}

type SelectBoxProps = Pick<RowProps, 'component' | 'isSelected' | 'tabIndex' | 'onSelect'>

function SelectBox({ component, isSelected, tabIndex, onSelect }: SelectBoxProps) {
  const text = useText()
  const { id, identity, name } = component
  return (
    // The label makes the whole cell the target.
    <label>
      <input
        type="checkbox"
        aria-label={text('select.row', { name: identity ?? name })}
        checked={isSelected}
        tabIndex={tabIndex}
        onClick={(event) => onSelect(id, event.shiftKey)}
        onChange={() => {}}
      />
    </label>
  )
}
