import { useState } from 'react'
import { SearchField } from '../../ui/search-field.tsx'

interface TextFilterProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The URL follows the typing; only when it changes by itself does the text follow the URL. */
export function TextFilter({ label, value, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  const [isFocused, setFocused] = useState(false)
  if (seen !== value) {
    setSeen(value)
    if (!isFocused) setTyped(value)
  }
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
