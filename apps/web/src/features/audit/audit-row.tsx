import { Link } from '@tanstack/react-router'
import { IconChevronRight } from '@tabler/icons-react'
import { parseName } from '@wheelhouse/contract'
import type { AuditRecord } from '@wheelhouse/contract'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { shortId } from '../../lib/short-id.ts'
import { hint } from '../../ui/hints.tsx'
import { TimeAgo, TimeAt } from '../../ui/time-ago.tsx'
import { AuditBody } from './audit-body.tsx'
import classes from './audit-table.module.css'
import { callWords, resultWords, whatWords, whoWords } from './audit-words.ts'
import { toldBy } from './told.ts'

interface AuditRowProps {
  readonly record: AuditRecord
  /** How many columns there are, for what opens below. */
  readonly columns: number
}

/** One record, and below it all of it when it is opened. */
export function AuditRow({ record, columns }: AuditRowProps) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const { seq, at, actor, operation } = record
  const told = toldBy(record)
  const bodyId = `record-${seq}`
  return (
    <>
      <tr>
        <td data-column="when">
          <span className={classes.when}>
            <button
              type="button"
              className={classes.toggle}
              aria-expanded={isOpen}
              aria-controls={bodyId}
              aria-label={text('audit.expand', { seq })}
              onClick={() => setOpen(!isOpen)}
            >
              <IconChevronRight size={16} aria-hidden />
            </button>
            <span>
              <TimeAt at={at} />
              <span className={classes.note}>
                <TimeAgo at={at} />
              </span>
            </span>
          </span>
        </td>
        <td data-column="who">
          {whoWords(text, actor)}
          {told.address !== undefined && (
            <span className={`mono ${classes.note}`}>{told.address}</span>
          )}
        </td>
        <td data-column="what">
          {whatWords(text, record, told)}
          {told.newName !== undefined && (
            <span className={`mono ${classes.note}`}>
              {record.component?.name}
              <br />→ {told.newName}
            </span>
          )}
          {operation !== null && (
            <Link
              to="/operations/$id"
              params={{ id: operation }}
              className={`mono ${classes.note}`}
              {...hint(operation)}
            >
              {shortId(operation)}
            </Link>
          )}
        </td>
        <ComponentCell record={record} />
        <td data-column="why" {...hint(told.reason)}>
          {told.reason !== undefined && <span className={classes.why}>{told.reason}</span>}
        </td>
        <td data-column="calls" {...hint(told.calls.join('\n') || undefined)}>
          {callWords(text, told)}
        </td>
        <td
          data-column="result"
          data-failed={told.failure !== undefined || undefined}
          data-unfinished={record.isUnfinished || undefined}
        >
          {resultWords(text, record, told)}
        </td>
      </tr>
      <tr id={bodyId} className={classes.opened} hidden={!isOpen}>
        <td colSpan={columns}>{isOpen && <AuditBody record={record} calls={told.calls} />}</td>
      </tr>
    </>
  )
}

const ComponentCell = ({ record: { component } }: { readonly record: AuditRecord }) => (
  <td data-column="on">{component && <ComponentLink component={component} />}</td>
)

function ComponentLink({
  component,
}: {
  readonly component: NonNullable<AuditRecord['component']>
}) {
  const parts = parseName(component.name)
  return (
    <>
      <Link
        to="/components/$id"
        params={{ id: component.id }}
        className={classes.component}
        {...hint(component.name)}
      >
        {parts?.identity ?? component.name}
      </Link>
      <span className={classes.note}>{parts?.host}</span>
    </>
  )
}
