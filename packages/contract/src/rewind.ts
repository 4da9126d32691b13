import type { ComponentKind } from './kind.ts'
import { longestName, parseName } from './name.ts'

/** Why a number is no position to go to. */
export type CheckpointFault =
  | 'not-a-number'
  | 'milliseconds'
  | 'not-whole'
  | 'before-2010'
  | 'in-the-future'

/** 2010-01-01T00:00:00Z: no store of today holds anything that old. */
const earliestSeconds = 1_262_304_000

/** What is wrong with a position, or `undefined`. Positions are epoch seconds (`cm-api.md` §4.2). */
export function checkpointFault(seconds: unknown, nowMs: number): CheckpointFault | undefined {
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return 'not-a-number'
  // As seconds, this would be the year 5138.
  if (seconds >= 1e11) return 'milliseconds'
  if (!Number.isInteger(seconds)) return 'not-whole'
  if (seconds < earliestSeconds) return 'before-2010'
  return seconds * 1000 > nowMs ? 'in-the-future' : undefined
}

/** Why a text can't be a subtopic. */
export type SubtopicFault = 'empty' | 'too-long' | 'control-character' | 'whitespace' | 'quote'

/** What is wrong with a subtopic, or `undefined`. It becomes a key of JSON inside a form, inside a shell's line. */
export function subtopicFault(text: string): SubtopicFault | undefined {
  if (text === '') return 'empty'
  if (text.length > longestName) return 'too-long'
  if (/\p{Cf}|\p{Cs}|[^\P{Cc}\s]/u.test(text)) return 'control-character'
  if (/\s/u.test(text)) return 'whitespace'
  return /["'`\\{}]/.test(text) ? 'quote' : undefined
}

/** So many subtopics are gone to at once: a connector of the vendor's samples has one, CM documents no limit. */
export const mostSubtopics = 100

/**
 * The subtopic that a component's name suggests, to be offered and never taken by itself: a writer's
 * middle part is one (`cm-api.md` §3), a connector's name has no documented form. `undefined` where the
 * name is masked or of another form.
 */
export function guessSubtopic(name: string, kind: ComponentKind): string | undefined {
  if (kind === 'checker') return undefined
  const last = parseName(name)?.identity.split(':').at(-1) ?? ''
  return /^(?:[A-Z][A-Z0-9_]{0,31}_)?n?p_\w{1,256}-(?:000|1)-0$/.test(last) ? last : undefined
}

/** How far back a store keeps what it read, by default (`store.clearer.outdated`, S36). */
export const windowSeconds = { synchronization: 86_400, migration: 432_000 } as const

export type RewindWarning = 'forward-jump' | 'older-than-24h' | 'older-than-120h'

export interface Rewind {
  /** How much is delivered again; negative for a jump forward, which leaves so much out. */
  readonly replaySeconds: number | null
  /** From the newest known position; `unknown` without one. */
  readonly direction: 'back' | 'forward' | 'same' | 'unknown'
  /** How long ago the position was. */
  readonly ageSeconds: number
  /** Of the two ages the higher one only. */
  readonly warnings: readonly RewindWarning[]
}

export interface RewindQuestion {
  readonly toSeconds: number
  /** The component's newest known position. */
  readonly currentSeconds: number | null
  readonly nowMs: number
  /** Left out where it is not known: then the shorter window counts. */
  readonly isMigrationProject?: boolean | undefined
}

/** What it means to go to a position; all in whole seconds. */
export function rewindOf(question: RewindQuestion): Rewind {
  const { toSeconds, currentSeconds, nowMs, isMigrationProject = false } = question
  const replaySeconds = currentSeconds === null ? null : currentSeconds - toSeconds
  const direction = directionOf(replaySeconds)
  const ageSeconds = Math.floor(nowMs / 1000) - toSeconds
  const warnings: RewindWarning[] = direction === 'forward' ? ['forward-jump'] : []
  if (ageSeconds > windowSeconds.migration) warnings.push('older-than-120h')
  else if (ageSeconds > windowSeconds.synchronization && !isMigrationProject)
    warnings.push('older-than-24h')
  return { replaySeconds, direction, ageSeconds, warnings }
}

function directionOf(replaySeconds: number | null): Rewind['direction'] {
  if (replaySeconds === null) return 'unknown'
  if (replaySeconds === 0) return 'same'
  return replaySeconds > 0 ? 'back' : 'forward'
}
