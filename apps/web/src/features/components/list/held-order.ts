import type { Component } from '@wheelhouse/contract'
import { useState } from 'react'
import { held } from './view.ts'

interface HeldOrderOptions {
  /** With a change of it the new order holds at once. */
  readonly viewKey: string
  /** While somebody points at a row, walks the rows, or has some selected. */
  readonly isHeld: boolean
  readonly isTracked: (id: string) => boolean
}

/** The ids of the rows in the newest order, or in the one before for as long as it is held. */
export function useHeldOrder(
  shown: readonly Component[],
  { viewKey, isHeld, isTracked }: HeldOrderOptions,
): readonly string[] {
  const [kept, keep] = useState(() => ({ shown, viewKey, isHeld: false, ids: idsOf(shown) }))
  const isSameView = kept.viewKey === viewKey
  if (kept.shown === shown && isSameView && (isHeld || !kept.isHeld)) return kept.ids
  const isKept = isHeld && isSameView
  const ids = isKept ? held(kept.ids, idsOf(shown), isTracked) : idsOf(shown)
  keep({ shown, viewKey, isHeld: isKept, ids })
  return ids
}

const idsOf = (components: readonly Component[]) => components.map(({ id }) => id)
