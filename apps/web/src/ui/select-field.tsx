import { IconChevronDown } from '@tabler/icons-react'
import { hint } from './hints.tsx'
import classes from './field.module.css'

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Why it can't be changed by whoever looks; it can while there is none. */
  readonly whyOff?: string | undefined
  readonly onChange: (value: string) => void
}

export const SelectField = ({ label, value, options, whyOff, onChange }: SelectFieldProps) => (
  <span className={classes.select} {...hint(whyOff)}>
    <select
      aria-label={label}
      disabled={whyOff !== undefined}
      className={classes.field}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <IconChevronDown size={15} aria-hidden />
  </span>
)
