import { Link } from '@tanstack/react-router'
import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { kindNames } from '../../lib/kind-names.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import tableClasses from '../../ui/table.module.css'
import { TimeAgo } from '../../ui/time-ago.tsx'
import classes from './tracked-table.module.css'

interface TrackedTableProps {
  readonly components: readonly Component[]
  readonly clusterName: (id: string) => string
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}

/** So many rows more at a time: ten thousand are narrowed, not scrolled. */
const step = 200

/** What is tracked, a row each; the box in the head takes all that match, shown or not. */
export function TrackedTable(props: TrackedTableProps) {
  const { components, clusterName, selected, onSelect } = props
  const text = useText()
  const [most, setMost] = useState(step)
  const n = components.filter(({ id }) => selected.has(id)).length
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  const toggleAll = () =>
    onSelect(n === components.length ? new Set() : new Set(components.map(({ id }) => id)))
  const all = {
    checked: n === components.length,
    isSome: n > 0 && n < components.length,
    onChange: toggleAll,
  }

  return (
    <>
      <div className={classes.all}>
        <Checkbox {...all}>{text('inventory.select-all', { n: components.length })}</Checkbox>
      </div>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption className="unseen">{text('inventory.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" data-column="box">
              <Checkbox
                {...all}
                aria-label={text('inventory.select-all', { n: components.length })}
              />
            </th>
            <th scope="col">{text('column.name')}</th>
            <th scope="col">{text('add.kind')}</th>
            <th scope="col">{text('inventory.cluster')}</th>
            <th scope="col">{text('column.protection')}</th>
            <th scope="col">{text('inventory.origin')}</th>
            <th scope="col">{text('inventory.since')}</th>
          </tr>
        </thead>
        <tbody>
          {components.slice(0, most).map((component) => (
            <Row
              key={component.id}
              component={component}
              clusterName={clusterName(component.cluster)}
              isSelected={selected.has(component.id)}
              onToggle={() => toggle(component.id)}
            />
          ))}
        </tbody>
      </table>
      {components.length > most && (
        <div className={classes.more}>
          <span>
            {text('inventory.first', { n: numberWords(most), of: numberWords(components.length) })}
          </span>
          <Button isSmall onClick={() => setMost(most + step)}>
            {text('inventory.more')}
          </Button>
        </div>
      )}
    </>
  )
}

interface RowProps {
  readonly component: Component
  readonly clusterName: string
  readonly isSelected: boolean
  readonly onToggle: () => void
}

function Row({ component, clusterName, isSelected, onToggle }: RowProps) {
  const text = useText()
  const { id, name, kind, origin, note, trackedAt, protection } = component
  const level = text(`protection-level.${protection.level}`)
  return (
    <tr>
      <td data-column="box">
        <Checkbox
          checked={isSelected}
          onChange={onToggle}
          aria-label={text('select.row', { name })}
        />
      </td>
      <td data-column="name">
        <Link to="/components/$id" params={{ id }} className={classes.name}>
          {name}
        </Link>
        {note && <span className={classes.note}>{note.text}</span>}
      </td>
      <td data-column="kind">{kindNames[kind]}</td>
      <td data-column="cluster">CM {clusterName}</td>
      <td data-column="level">
        {protection.isOwn ? text('inventory.level.is-own', { level }) : level}
      </td>
      <td data-column="origin">{text(`origin.${origin}`)}</td>
      <td data-column="since">
        <TimeAgo at={trackedAt} />
      </td>
    </tr>
  )
}
