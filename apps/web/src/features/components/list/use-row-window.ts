import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { windowOf, within } from './row-window.ts'
import type { RowWindow } from './row-window.ts'

interface Options {
  readonly count: number
  /** All are equally tall. */
  readonly rowPx: number
}

const before = { first: 0, end: 30 }

/** The rows to be drawn of those that stand in `body`, while the page scrolls and changes its size. */
export function useRowWindow(body: HTMLElement | null, { count, rowPx }: Options): RowWindow {
  const [drawn, setDrawn] = useState<RowWindow>(before)

  useEffect(() => {
    if (!body) return undefined
    const look = () => {
      const next = windowNow(body, rowPx)
      const isSame = (now: RowWindow) => now.first === next.first && now.end === next.end
      setDrawn((now) => (isSame(now) ? now : next))
    }
    // Within the frame that scrolls: a frame later, the rows that come into sight would be missing.
    const scroll = () => flushSync(look)
    window.addEventListener('scroll', scroll, { passive: true })
    window.addEventListener('resize', look)
    // What stands above the rows may grow or go; and it looks once at the beginning.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => {
      window.removeEventListener('scroll', scroll)
      window.removeEventListener('resize', look)
      observer.disconnect()
    }
  }, [body, rowPx])

  return within(drawn, count)
}

const windowNow = (body: HTMLElement, rowPx: number): RowWindow =>
  windowOf({ rowPx, topPx: body.getBoundingClientRect().top, screenPx: window.innerHeight })

/** What may lie over the rows: the head of the page and of the table, and the bar of what is selected. */
const coveredPx = { above: 100, below: 80 }

/** Scrolls no further than it takes to see that row. */
export function scrollToRow(body: HTMLElement, index: number, rowPx: number) {
  const top = body.getBoundingClientRect().top + index * rowPx
  const lowest = window.innerHeight - coveredPx.below - rowPx
  if (top < coveredPx.above) window.scrollBy(0, top - coveredPx.above)
  else if (top > lowest) window.scrollBy(0, top - lowest)
}
