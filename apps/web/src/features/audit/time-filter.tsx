import fieldClasses from '../../ui/field.module.css'
import classes from './audit-filters.module.css'

interface TimeFilterProps {
  readonly label: string
  /** ISO 8601. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A moment by the reader's own clock; the URL has it in UTC, so that a link means the same everywhere. */
export const TimeFilter = ({ label, value, onChange }: TimeFilterProps) => (
  <label className={classes.time}>
    <span>{label}</span>
    <input
      type="datetime-local"
      className={fieldClasses.field}
      value={value === undefined ? '' : localInput(value)}
      onChange={({ currentTarget }) => {
        const ms = Date.parse(currentTarget.value)
        onChange(Number.isNaN(ms) ? undefined : new Date(ms).toISOString())
      }}
    />
  </label>
)

/** `2026-11-23T14:02`, by the reader's own zone, as such a field takes it. */
function localInput(iso: string): string {
  const ms = Date.parse(iso)
  return new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
