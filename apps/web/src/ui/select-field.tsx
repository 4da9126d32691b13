import { IconChevronDown } from '@tabler/icons-react'
import classes from './field.module.css'

interface SelectFieldProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

export const SelectField = ({ label, value, options, onChange }: SelectFieldProps) => (
  <span className={classes.select}>
    <select
      aria-label={label}
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
