// Cheaper to draw anew than to remember: see vite.config.ts.
'use no memo'

import { useLayoutEffect, useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import classes from './tabs.module.css'

interface Tab<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: string | undefined
}

interface TabsProps<T extends string> {
  /** Tells the tabs of one page apart. */
  readonly name: string
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly chosen: T
  readonly onChoose: (id: T) => void
}

const tabId = (name: string, id: string) => `${name}-tab-${id}`
const panelId = (name: string) => `${name}-panel`

/** One of several; the arrows walk them, and what they reach is shown at once. */
export function Tabs<const T extends string>(props: TabsProps<T>) {
  const { name, label, tabs, chosen, onChoose } = props
  const list = useRef<HTMLDivElement>(null)

  // On a narrow screen the chosen one may lie outside: it comes in, and the page stays where it is.
  useLayoutEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>(`#${tabId(name, chosen)}`)
    if (!list.current || !tab) return
    const start = tab.offsetLeft - list.current.offsetLeft
    const end = start + tab.offsetWidth
    const { scrollLeft, clientWidth } = list.current
    if (start < scrollLeft) list.current.scrollLeft = start
    else if (end > scrollLeft + clientWidth) list.current.scrollLeft = end - clientWidth
  }, [name, chosen])

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const target =
      tabs[
        destination(
          event.key,
          tabs.findIndex(({ id }) => id === chosen),
          tabs.length,
        )
      ]
    if (!target || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    document.querySelector<HTMLElement>(`#${tabId(name, target.id)}`)?.focus()
    onChoose(target.id)
  }

  return (
    <div ref={list} role="tablist" aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(name, tab.id)}
          aria-selected={tab.id === chosen}
          aria-controls={panelId(name)}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={walk}
        >
          {tab.label}
          {tab.count !== undefined && <span className={classes.count}>{tab.count}</span>}
        </button>
      ))}
    </div>
  )
}

function destination(key: string, index: number, count: number): number {
  const moves: Record<string, number> = {
    ArrowRight: (index + 1) % count,
    ArrowLeft: (index + count - 1) % count,
    Home: 0,
    End: count - 1,
  }
  return moves[key] ?? -1
}

interface TabPanelProps {
  readonly name: string
  readonly chosen: string
  readonly className?: string | undefined
  /** Where there is nothing to choose among, it is no panel of anything. */
  readonly hasTabs?: boolean
  readonly children: ReactNode
}

/** What the chosen tab of that name shows. */
export function TabPanel({ name, chosen, className, hasTabs = true, children }: TabPanelProps) {
  const panel = { role: 'tabpanel', id: panelId(name), 'aria-labelledby': tabId(name, chosen) }
  return (
    <div {...(hasTabs ? panel : {})} className={className}>
      {children}
    </div>
  )
}
