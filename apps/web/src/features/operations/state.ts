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
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import { isObservable, isOpen } from '@wheelhouse/contract'
import type { Operation, OperationState, Step, Verification } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { durationWords } from '../../i18n/words.ts'
import type { Tone } from '../../ui/badge.tsx'
import { stuckStep } from './deciding/decisions.ts'
import { failureWithWords } from './reply-words.ts'
import { stepWordOf } from './step-word.ts'
import { stepTitle } from './step-title.ts'

export interface Look {
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

export const verificationLooks: Record<Verification, Look> = {
  pending: { tone: 'grey', icon: IconHourglass, isLoud: false },
  verified: { tone: 'green', icon: IconEyeCheck, isLoud: false },
  unverifiable: { tone: 'slate', icon: IconEyeOff, isLoud: false },
  contradicted: { tone: 'red', icon: IconEyeExclamation, isLoud: true },
}

/** What came of it: whether CM accepted, and apart from that whether the effect was seen. */
export function outcomeSentence(text: Text, operation: Operation): string {
  const { state, kind, steps } = operation
  const what = text('outcome.what', { kind })
  switch (state) {
    case 'queued':
      return text('outcome.queued')
    case 'running':
      return text('outcome.running', { what, step: stepNow(text, operation) })
    case 'succeeded':
      return succeededSentence(text, operation)
    case 'failed':
      return failedSentence(text, operation)
    case 'uncertain':
      return steps.length > 1
        ? text('outcome.uncertain.at', { what, ...stuckWords(text, operation) })
        : text('outcome.uncertain', { what })
    case 'abandoned':
      return steps.some((step) => step.state === 'refused')
        ? text('outcome.abandoned.refused')
        : text('outcome.abandoned')
    default:
      return state satisfies never
  }
}

function succeededSentence(text: Text, operation: Operation): string {
  const { kind, component, verification, steps } = operation
  const what = text('outcome.what', { kind })
  // What somebody said of a step, or what was only seen, is no word of CM's.
  if (verification === 'verified' && !steps.every(isAccepted))
    return text('outcome.succeeded.seen', { what, effect: text('outcome.effect', { kind }) })
  if (steps.some(({ decision }) => decision !== null))
    return text('outcome.succeeded.said', { what })
  if (verification === 'verified' && kind === 'configure') return answeredSentence(text, operation)
  return isObservable(component.kind)
    ? text(`outcome.succeeded.${verification}`, { what, effect: text('outcome.effect', { kind }) })
    : text('outcome.succeeded.unobservable', { what })
}

/** That CM keeps the new values is not yet that the component works with them. */
function answeredSentence(text: Text, { kind, changes }: Operation): string {
  const one = text('outcome.succeeded.answered', { what: text('outcome.what', { kind }) })
  return changes.some(({ secret }) => secret)
    ? text('outcome.and', { one, two: text('outcome.secrets-unread') })
    : one
}

const isAccepted = (step: Step): boolean =>
  ['accepted', 'seen', 'skipped'].includes(stepWordOf(step))

/** With the reason, where the step that failed has one. */
function failedSentence(text: Text, operation: Operation): string {
  const { kind, steps } = operation
  const what = text('outcome.what', { kind })
  const reply = stuckStep(operation)?.step.reply
  const why = (reply && failureWithWords(text, reply)) ?? ''
  if (steps.length > 1)
    return text('outcome.failed.at', { what, why, ...stuckWords(text, operation) }).trimEnd()
  return why !== ''
    ? text('outcome.failed.because', { what, why })
    : text('outcome.failed', { what })
}

function stuckWords(text: Text, operation: Operation) {
  const stuck = stuckStep(operation)
  return stuck
    ? { n: stuck.index + 1, step: stepTitle(text, stuck.step, operation) }
    : { n: '', step: '' }
}

/** The step that is being carried out, or is about to be. */
function stepNow(text: Text, operation: Operation): string {
  const step =
    operation.steps.find(({ state }) => state === 'running') ??
    operation.steps.find(({ state }) => state === 'pending')
  return step ? stepTitle(text, step, operation) : ''
}

/** How long it took; while it is open, how long it has taken so far. */
export function operationTook(text: Text, operation: Operation, nowMs: number): string {
  const { createdAt, finishedAt, state } = operation
  const startMs = Date.parse(createdAt)
  if (finishedAt !== null) return tookWords(text, (Date.parse(finishedAt) - startMs) / 1000)
  return isOpen(state) ? durationWords(text, Math.max(0, nowMs - startMs) / 1000) : '—'
}

/** Whether a person's decision was waited for: how long it lasted is then no measure of CM. */
export const hasWaitedForSomebody = ({ state, steps }: Operation): boolean =>
  state === 'uncertain' ||
  state === 'abandoned' ||
  steps.some(({ decision, earlier }) => decision !== null || earlier.length > 0)

/** Finer than whole seconds where it is short, for most calls take no whole one. */
export function tookWords(text: Text, seconds: number): string {
  if (seconds < 0.9995) return text('duration.ms', { n: Math.round(seconds * 1000) })
  if (seconds < 9.95) return text('duration.s', { n: seconds.toFixed(1) })
  return durationWords(text, seconds)
}
