import { checkpointFault } from '@wheelhouse/contract'
import type { CheckpointFault } from '@wheelhouse/contract'

/** A position as it is typed: epoch seconds, which the local time beside it follows. */
export interface PositionDraft {
  /** `2026-11-23T14:03:22`, as a `datetime-local` field has it. */
  readonly time: string
  readonly epoch: string
}

export const emptyPosition: PositionDraft = { time: '', epoch: '' }

/** Both ways to say a moment; a number that is none leaves the time empty. */
export const positionOf = (seconds: number): PositionDraft => ({
  time: localInput(seconds),
  epoch: String(seconds),
})

export function positionFromTime(time: string): PositionDraft {
  const ms = new Date(time).getTime()
  return { time, epoch: Number.isNaN(ms) ? '' : String(Math.floor(ms / 1000)) }
}

export function positionFromEpoch(epoch: string): PositionDraft {
  const seconds = secondsOf({ time: '', epoch })
  return { time: seconds === undefined ? '' : localInput(seconds), epoch }
}

/** Epoch seconds; NaN for what is no number, `undefined` while nothing is said. */
export function secondsOf({ epoch }: PositionDraft): number | undefined {
  const text = epoch.trim()
  if (text === '') return undefined
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN
}

type PositionFault = CheckpointFault | 'empty'

/** Why nothing can be sent of it. */
export function positionFault(draft: PositionDraft, nowMs: number): PositionFault | undefined {
  const seconds = secondsOf(draft)
  return seconds === undefined ? 'empty' : checkpointFault(seconds, nowMs)
}

const two = (value: number) => String(value).padStart(2, '0')

/** For a `datetime-local` field, by the reader's own zone; empty for what such a field can't show. */
function localInput(seconds: number): string {
  const at = new Date(seconds * 1000)
  const year = at.getFullYear()
  if (Number.isNaN(year) || year < 1000 || year > 9999) return ''
  const date = `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
