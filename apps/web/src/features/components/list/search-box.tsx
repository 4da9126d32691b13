// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useEffect, useRef } from 'react'
import { useText } from '../../../i18n/text.ts'
import { useTyped } from '../../../lib/use-typed.ts'
import { SearchField } from '../../../ui/search-field.tsx'

interface SearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** ArrowDown leads into what was found. */
  readonly onLeave?: () => void
}

const isTyping = (element: Element | null) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(element.tagName))

/** `/` brings one here from anywhere on the page. */
export function SearchBox({ value, onChange, onLeave }: SearchBoxProps) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const { typed, setTyped, isFocused, setFocused } = useTyped(value)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(document.activeElement) || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      input.current?.select()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])

  const change = (next: string) => {
    setTyped(next)
    onChange(next)
  }

  return (
    <SearchField
      ref={input}
      aria-label={text('components.search')}
      placeholder={text('components.search')}
      hasKey={typed === '' && !isFocused}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') change('')
        if (event.key !== 'ArrowDown' || !onLeave) return
        event.preventDefault()
        onLeave()
      }}
    />
  )
}
