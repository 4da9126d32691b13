// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useEffect, useState } from 'react'
import classes from './hints.module.css'

interface Shown {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly isBelow: boolean
}

/** Gives any element a hint; one layer shows them all, so that a thousand cells cost nothing. */
export const hint = (text: string | undefined) => (text ? { 'data-hint': text } : {})

const marginPx = 8
const widestPx = 340

/** Half of about how wide the text will be: Chinese is twice as wide as the rest. */
function halfWidth(text: string): number {
  const longest = Math.max(
    ...text.split('\n').map((line) => line.replaceAll(/[^\u0020-\u00FF]/gu, '  ').length),
  )
  return Math.min(widestPx, window.innerWidth - 2 * marginPx, longest * 6.6 + 22) / 2
}

function place(target: Element): Shown | undefined {
  const text = target.getAttribute('data-hint')
  if (!text) return undefined
  const box = target.getBoundingClientRect()
  const isBelow = box.top < 96
  const half = halfWidth(text)
  const middle = box.left + box.width / 2
  const x = Math.max(half + marginPx, Math.min(window.innerWidth - half - marginPx, middle))
  return { text, x, y: isBelow ? box.bottom + 6 : box.top - 6, isBelow }
}

/** The layer for `hint(…)`: opens on hover and on keyboard focus, closes with Escape. */
export function Hints() {
  const [shown, setShown] = useState<Shown>()

  useEffect(() => {
    let target: Element | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new MutationObserver(() => setShown(target ? place(target) : undefined))

    const leave = () => {
      clearTimeout(timer)
      observer.disconnect()
      target = null
      setShown(undefined)
    }
    const enter = (next: Element | null, waitMs: number) => {
      if (next === target) return
      leave()
      target = next
      if (!next) return
      observer.observe(next, { attributeFilter: ['data-hint'] })
      timer = setTimeout(() => setShown(place(next)), waitMs)
    }
    const near = ({ target: node }: Event) =>
      node instanceof Element ? node.closest('[data-hint]') : null
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') enter(near(event), 250)
    }
    const focus = (event: FocusEvent) => {
      const element = near(event)
      if (element?.matches(':focus-visible')) enter(element, 0)
    }
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave()
    }

    document.addEventListener('pointerover', over)
    document.addEventListener('focusin', focus)
    document.addEventListener('focusout', leave)
    document.addEventListener('pointerdown', leave)
    document.addEventListener('keydown', press)
    window.addEventListener('scroll', leave, { passive: true })
    return () => {
      leave()
      document.removeEventListener('pointerover', over)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('focusout', leave)
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('keydown', press)
      window.removeEventListener('scroll', leave)
    }
  }, [])

  if (!shown) return null
  return (
    <div
      role="tooltip"
      className={classes.hint}
      data-below={shown.isBelow || undefined}
      style={{ left: shown.x, top: shown.y }}
    >
      {shown.text}
    </div>
  )
}
