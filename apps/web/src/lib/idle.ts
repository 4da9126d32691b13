import { useEffect, useState } from 'react'

/** False until the browser has nothing more urgent to do after `isReady`; then true for good. */
export function useIdle(isReady: boolean): boolean {
  const [isIdle, setIdle] = useState(false)
  useEffect(() => {
    if (!isReady || isIdle) return undefined
    const rest = () => setIdle(true)
    // Safari has no such call; a moment later is as good.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(rest, 200)
      return () => clearTimeout(timer)
    }
    const handle = requestIdleCallback(rest, { timeout: 1000 })
    return () => cancelIdleCallback(handle)
  }, [isReady, isIdle])
  return isIdle
}
