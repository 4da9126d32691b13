// Cheaper to do anew than to remember: see vite.config.ts.
'use no memo'

import { useState } from 'react'

/** The URL follows the typing; only when it changes by itself does the text follow the URL. */
export function useTyped(value: string) {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  const [isFocused, setFocused] = useState(false)
  if (seen !== value) {
    setSeen(value)
    if (!isFocused) setTyped(value)
  }
  return { typed, setTyped, isFocused, setFocused }
}
