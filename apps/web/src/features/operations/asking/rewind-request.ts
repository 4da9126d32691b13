import { subtopicFault } from '@wheelhouse/contract'
import type { Component, OperationRequest } from '@wheelhouse/contract'
import type { Around } from '@wheelhouse/contract'
import { positionFault, secondsOf } from './position.ts'
import type { PositionDraft } from './position.ts'

/** One subtopic of a connector, and where it is to go. */
export interface SubtopicRow {
  readonly subtopic: string
  /** Whether we know it by the connector's name or by an accepted rewind. */
  readonly isKnown: boolean
  /** Whether it is to be moved at all. */
  readonly isChosen: boolean
  readonly position: PositionDraft
}

interface Form {
  readonly around: Around
  readonly nowMs: number
}

/** One position for the whole writer; nothing while there is a fault in it. */
export function writerRewind(
  { id }: Pick<Component, 'id'>,
  position: PositionDraft,
  { around, nowMs }: Form,
): OperationRequest | undefined {
  const checkpoint = secondsOf(position)
  if (checkpoint === undefined || positionFault(position, nowMs)) return undefined
  return { kind: 'rewind', component: id, input: { checkpoint, ...around } }
}

/** A position for each chosen subtopic; nothing while there is a fault in any of them. */
export function connectorRewind(
  { id }: Pick<Component, 'id'>,
  rows: readonly SubtopicRow[],
  { around, nowMs, areRead }: Form & { readonly areRead: boolean },
): OperationRequest | undefined {
  const chosen = rows.filter(({ isChosen }) => isChosen)
  if (chosen.length === 0) return undefined
  const areForeign = chosen.some(({ isKnown }) => !isKnown)
  if (areForeign && !areRead) return undefined

  const checkpoints: Record<string, number> = {}
  for (const { subtopic, position } of chosen) {
    const seconds = secondsOf(position)
    if (seconds === undefined || positionFault(position, nowMs)) return undefined
    if (subtopicFault(subtopic) || subtopic in checkpoints) return undefined
    checkpoints[subtopic] = seconds
  }
  const input = { checkpoints, ...(areForeign ? { subtopicsRead: true } : {}), ...around }
  return { kind: 'rewind', component: id, input }
}
