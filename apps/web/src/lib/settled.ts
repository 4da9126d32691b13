import { useEffect, useState } from 'react'

/** The value once it has stood still for a while: what is typed is not asked about letter by letter. */
export function useSettled(value: string, stillMs = 250): string {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), stillMs)
    return () => clearTimeout(timer)
  }, [value, stillMs])
  return settled
}
