import {
  IconAlertHexagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClockPause,
  IconEyeOff,
  IconHelp,
  IconHourglassHigh,
  IconLoader2,
  IconPlugConnectedX,
  IconPower,
  IconTrendingDown,
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import type { Component, Verdict } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import {
  actorWords,
  agoWords,
  durationWords,
  lagWords,
  secondsSince,
  trendWords,
} from '../../i18n/words.ts'
import type { Tone } from '../../ui/badge.tsx'
import { rejectionWords } from '../../i18n/failure-words.ts'

interface Look {
  readonly tone: Tone
  readonly icon: TablerIcon
  readonly isLoud: boolean
}

/**
 * A hue and a shape of its own for each, so that neither has to be told apart alone. The shape of
 * `falling-behind` says nothing of growth, for the lag may stand still: the trend tells that.
 */
export const looks: Record<Verdict, Look> = {
  'needs-you': { tone: 'magenta', icon: IconAlertHexagon, isLoud: true },
  operating: { tone: 'blue', icon: IconLoader2, isLoud: true },
  unreachable: { tone: 'slate', icon: IconPlugConnectedX, isLoud: true },
  abnormal: { tone: 'red', icon: IconAlertTriangle, isLoud: true },
  stalled: { tone: 'orange', icon: IconClockPause, isLoud: true },
  'falling-behind': { tone: 'amber', icon: IconHourglassHigh, isLoud: true },
  'catching-up': { tone: 'cyan', icon: IconTrendingDown, isLoud: false },
  unknown: { tone: 'grey', icon: IconHelp, isLoud: false },
  stopped: { tone: 'grey', icon: IconPower, isLoud: false },
  running: { tone: 'green', icon: IconCircleCheck, isLoud: false },
  'not-observable': { tone: 'slate', icon: IconEyeOff, isLoud: false },
}

const notedFromSeconds = 30

/**
 * For how long the checkpoint had stood still when CM last answered. `at least`, for nobody looked
 * before the first reading since Wheelhouse started; of some seconds it goes without saying.
 */
export function unmovedWords(
  text: Text,
  { checkpointSince, observedAt }: Component,
): string | undefined {
  if (checkpointSince === null || observedAt === null) return undefined
  const seconds = Math.max(0, secondsSince(Date.parse(checkpointSince), Date.parse(observedAt)))
  const n = durationWords(text, seconds)
  return seconds < notedFromSeconds ? n : text('duration.at-least', { n })
}

/** The verdict's rule, said with this component's own facts. */
export function verdictSentence(text: Text, component: Component, nowMs: number): string {
  const { verdict, status, lagSeconds, lagTrendSecondsPerMinute } = component
  switch (verdict) {
    case 'needs-you':
      return component.operation === null
        ? text('sentence.needs-you.failed', { kind: component.failedOperation?.kind ?? 'other' })
        : text('sentence.needs-you', { kind: component.operation.kind })
    case 'operating':
      return text('sentence.operating', { kind: component.operation?.kind ?? 'other' })
    case 'unreachable':
      return unreachableSentence(text, component, nowMs)
    case 'abnormal':
      return text('sentence.abnormal', { status: status ?? '—' })
    case 'stalled':
      return stalledSentence(text, component)
    case 'falling-behind':
      if (lagTrendSecondsPerMinute === null) return text('sentence.falling-behind.unknown')
      return Math.round(lagTrendSecondsPerMinute) <= 0
        ? text('sentence.falling-behind.plain')
        : text('sentence.falling-behind', { trend: trendWords(text, lagTrendSecondsPerMinute) })
    case 'catching-up':
      return catchingUpSentence(text, component)
    case 'unknown':
      return unknownSentence(text, component)
    case 'stopped':
      return stoppedSentence(text, component, nowMs)
    case 'running':
      return lagSeconds === null
        ? text('sentence.running.plain')
        : text('sentence.running', { lag: lagWords(text, lagSeconds) })
    case 'not-observable':
      return notObservableSentence(text, component, nowMs)
    default:
      return verdict satisfies never
  }
}

function unreachableSentence(text: Text, { observedAt }: Component, nowMs: number): string {
  return observedAt === null
    ? text('sentence.unreachable.never')
    : text('sentence.unreachable', { ago: agoWords(text, Date.parse(observedAt), nowMs) })
}

function stalledSentence(text: Text, component: Component): string {
  const n = unmovedWords(text, component)
  return n === undefined ? text('sentence.stalled.plain') : text('sentence.stalled', { n })
}

/** Whether its sentence gives CM's reason to refuse to tell of it, which then needs no other place. */
export const saysRejection = ({ verdict, observedAt, failure }: Component): boolean =>
  verdict === 'unknown' && observedAt === null && failure?.code === 'REJECTED'

function unknownSentence(text: Text, component: Component): string {
  const { status, failure } = component
  if (failure && saysRejection(component)) {
    const words = rejectionWords(failure)
    return words === undefined
      ? text('sentence.unknown.rejected.silent')
      : text('sentence.unknown.rejected', { words: words.replace(/[.。]$/u, '') })
  }
  return status !== null && status !== 'running'
    ? text('sentence.unknown.status', { status })
    : text('sentence.unknown')
}

function catchingUpSentence(
  text: Text,
  { lagTrendSecondsPerMinute, etaSeconds }: Component,
): string {
  if (lagTrendSecondsPerMinute === null || lagTrendSecondsPerMinute >= 0 || etaSeconds === null) {
    return text('sentence.catching-up.plain')
  }
  const eta = durationWords(text, etaSeconds)
  return text('sentence.catching-up', { trend: trendWords(text, lagTrendSecondsPerMinute), eta })
}

function stoppedSentence(text: Text, { lastCommand }: Component, nowMs: number): string {
  return lastCommand?.kind === 'stop'
    ? text('sentence.stopped', {
        by: actorWords(text, lastCommand.by),
        ago: agoWords(text, Date.parse(lastCommand.at), nowMs),
      })
    : text('sentence.stopped.elsewhere')
}

/** What was commanded is all that is known of it. */
function notObservableSentence(text: Text, { lastCommand }: Component, nowMs: number): string {
  if (!lastCommand) return text('sentence.not-observable', { kind: 'none', by: '', ago: '' })
  return text('sentence.not-observable', {
    kind: lastCommand.kind,
    by: actorWords(text, lastCommand.by),
    ago: agoWords(text, Date.parse(lastCommand.at), nowMs),
  })
}
