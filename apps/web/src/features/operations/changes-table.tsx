import { catalogued, componentKinds } from '@wheelhouse/contract'
import type { Change } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import type { Text } from '../../i18n/text.ts'
import { epochWords } from '../../lib/epoch.ts'
import tableClasses from '../../ui/table.module.css'
import classes from './changes-table.module.css'

/** Each changed key, before and after; a secret's values are never told. */
export function ChangesTable({ changes }: { readonly changes: readonly Change[] }) {
  const text = useText()
  return (
    <table className={`${tableClasses.table} ${classes.table}`}>
      <caption className="unseen">{text('changes.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('changes.key')}</th>
          <th scope="col">{text('changes.before')}</th>
          <th scope="col">{text('changes.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.key}>
            <th scope="row" className="mono">
              {change.key}
            </th>
            <td>{valueWords(text, change, 'before')}</td>
            <td>{valueWords(text, change, 'after')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function valueWords(text: Text, change: Change, side: 'before' | 'after') {
  const value = change[side]
  if (change.secret) return <span className="dim">{text('changes.secret')}</span>
  if (value === null) return <span className="dim">{text('changes.unknown')}</span>
  if (value === '') return <span className="dim">{text('changes.empty')}</span>
  const time = isPosition(change.key) ? epochWords(value) : undefined
  return (
    <>
      <code className={classes.value}>{value}</code>
      {time && <div className={classes.note}>{time}</div>}
      {time && side === 'before' && <div className={classes.note}>{text('changes.position')}</div>}
    </>
  )
}

/** The prefix of a key tells its kind. */
const isPosition = (key: string) =>
  componentKinds.some((kind) => catalogued(kind, key)?.locked === 'position')
