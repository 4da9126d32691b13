import { useTyped } from '../lib/use-typed.ts'
import { SearchField } from './search-field.tsx'

interface TextFilterProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows a list while one types. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const { typed, setTyped, setFocused } = useTyped(value)
  return (
    <SearchField
      aria-label={label}
      placeholder={label}
      hasKey={false}
      maxLength={512}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        onChange(currentTarget.value)
      }}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    />
  )
}
