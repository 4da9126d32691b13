import { useLayoutEffect, useRef } from 'react'
import { scheme } from '../lib/scheme.ts'
import { useStore } from '../lib/store.ts'
import { createPlot } from './plot.ts'
import type { PlotFacts, PlotListener } from './plot.ts'

interface TimePlotProps extends PlotListener {
  readonly facts: PlotFacts
}

/** The drawn part of a `TimeChart`: fetched with the first chart, for it brings uPlot along. */
export function TimePlot({ facts, onPoint, onMark }: TimePlotProps) {
  const root = useRef<HTMLDivElement>(null)
  const plot = useRef<ReturnType<typeof createPlot>>(undefined)
  const newest = useRef({ facts, onPoint, onMark })
  const colours = useStore(scheme)

  useLayoutEffect(() => {
    newest.current = { facts, onPoint, onMark }
  })

  useLayoutEffect(() => {
    if (!root.current) return undefined
    const made = createPlot(root.current, newest.current.facts, {
      onPoint: (index) => newest.current.onPoint(index),
      onMark: (from, until) => newest.current.onMark(from, until),
    })
    plot.current = made
    return () => {
      plot.current = undefined
      made.destroy()
    }
  }, [])

  useLayoutEffect(() => plot.current?.show(facts, colours), [facts, colours])

  return <div ref={root} aria-hidden />
}
