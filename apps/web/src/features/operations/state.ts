import {
  IconAlertHexagon,
  IconBan,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconEyeCheck,
  IconEyeExclamation,
  IconEyeOff,
  IconHourglass,
  IconLoader2,
  IconPlayerSkipForward,
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import { isOpen } from '@wheelhouse/contract'
import type { Operation, OperationState, StepState, Verification } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import type { Tone } from '../../ui/badge.tsx'

interface Look {
  readonly tone: Tone
  readonly icon: TablerIcon
  readonly isLoud: boolean
}

export const stateLooks: Record<OperationState, Look> = {
  queued: { tone: 'grey', icon: IconClock, isLoud: false },
  running: { tone: 'blue', icon: IconLoader2, isLoud: true },
  succeeded: { tone: 'green', icon: IconCircleCheck, isLoud: false },
  failed: { tone: 'red', icon: IconCircleX, isLoud: true },
  uncertain: { tone: 'magenta', icon: IconAlertHexagon, isLoud: true },
  abandoned: { tone: 'slate', icon: IconBan, isLoud: false },
}

export const stepLooks: Record<StepState, Look> = {
  pending: { tone: 'grey', icon: IconClock, isLoud: false },
  running: { tone: 'blue', icon: IconLoader2, isLoud: true },
  succeeded: { tone: 'green', icon: IconCircleCheck, isLoud: false },
  skipped: { tone: 'slate', icon: IconPlayerSkipForward, isLoud: false },
  refused: { tone: 'red', icon: IconCircleX, isLoud: true },
  uncertain: { tone: 'magenta', icon: IconAlertHexagon, isLoud: true },
}

export const verificationLooks: Record<Verification, Look> = {
  pending: { tone: 'grey', icon: IconHourglass, isLoud: false },
  verified: { tone: 'green', icon: IconEyeCheck, isLoud: false },
  unverifiable: { tone: 'slate', icon: IconEyeOff, isLoud: false },
  contradicted: { tone: 'red', icon: IconEyeExclamation, isLoud: true },
}

/** What came of it: whether CM accepted, and apart from that whether the effect was seen. */
export function outcomeSentence(text: Text, operation: Operation): string {
  const { state, verification, kind } = operation
  switch (state) {
    case 'queued':
      return text('outcome.queued')
    case 'running':
      return text('outcome.running', { kind })
    case 'succeeded':
      return text(`outcome.succeeded.${verification}`, { kind })
    case 'failed':
      return failedSentence(text, operation)
    case 'uncertain':
      return text('outcome.uncertain', { kind })
    case 'abandoned':
      return operation.steps.some((step) => step.state === 'refused')
        ? text('outcome.abandoned.refused')
        : text('outcome.abandoned')
    default:
      return state satisfies never
  }
}

/** With the reason, where the step that failed has one. */
function failedSentence(text: Text, { kind, steps }: Operation): string {
  const failure = steps.find(({ state }) => state === 'refused')?.reply?.failure
  if (!failure) return text('outcome.failed', { kind })
  return text('outcome.failed.because', { kind, why: text(`step-failure.${failure}`) })
}

/** How long it took; while it is open, how long it has taken so far. */
export function operationTook(text: Text, operation: Operation, nowMs: number): string {
  const { createdAt, finishedAt, state } = operation
  const startMs = Date.parse(createdAt)
  if (finishedAt !== null) return tookWords(text, (Date.parse(finishedAt) - startMs) / 1000)
  return isOpen(state) ? durationWords(text, Math.max(0, nowMs - startMs) / 1000) : '—'
}

/** Below ten seconds to the millisecond, for most calls take no whole one. */
export const tookWords = (text: Text, seconds: number): string =>
  seconds < 10
    ? text('duration.ms', { n: Math.round(seconds * 1000) })
    : durationWords(text, seconds)

/** Enough of an id to know it by. */
export const shortId = (id: string): string => (id.length > 10 ? id.slice(-8) : id)
