import {
  IconAlertHexagon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClockPause,
  IconHelp,
  IconLoader2,
  IconPlayerStop,
  IconPlugConnectedX,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import type { Component, Verdict } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { agoWords, durationWords, lagWords, secondsSince, trendWords } from '../../i18n/words.ts'
import type { Tone } from '../../ui/badge.tsx'

interface Look {
  readonly tone: Tone
  readonly icon: TablerIcon
  readonly isLoud: boolean
}

/** A hue and a shape of its own for each, so that neither has to be told apart alone. */
export const looks: Record<Verdict, Look> = {
  'needs-you': { tone: 'magenta', icon: IconAlertHexagon, isLoud: true },
  operating: { tone: 'blue', icon: IconLoader2, isLoud: true },
  unreachable: { tone: 'slate', icon: IconPlugConnectedX, isLoud: true },
  abnormal: { tone: 'red', icon: IconAlertTriangle, isLoud: true },
  stalled: { tone: 'orange', icon: IconClockPause, isLoud: true },
  'falling-behind': { tone: 'amber', icon: IconTrendingUp, isLoud: true },
  'catching-up': { tone: 'cyan', icon: IconTrendingDown, isLoud: false },
  unknown: { tone: 'grey', icon: IconHelp, isLoud: false },
  stopped: { tone: 'grey', icon: IconPlayerStop, isLoud: false },
  running: { tone: 'green', icon: IconCircleCheck, isLoud: false },
}

const freshForSeconds = 30

/** Whether what is shown may no longer be so. */
export const isStale = ({ verdict, observedAt }: Component, nowMs: number): boolean =>
  verdict === 'unreachable' ||
  (observedAt !== null && secondsSince(Date.parse(observedAt), nowMs) > freshForSeconds)

/** The verdict's rule, said with this component's own facts. */
export function verdictSentence(text: Text, component: Component, nowMs: number): string {
  const { verdict, status, lagSeconds, lagTrend } = component
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
      return stalledSentence(text, component, nowMs)
    case 'falling-behind':
      if (lagTrend === null) return text('sentence.falling-behind.unknown')
      return Math.round(lagTrend) <= 0
        ? text('sentence.falling-behind.plain')
        : text('sentence.falling-behind', { trend: trendWords(text, lagTrend) })
    case 'catching-up':
      return catchingUpSentence(text, lagSeconds, lagTrend)
    case 'unknown':
      return status !== null && status !== 'running'
        ? text('sentence.unknown.status', { status })
        : text('sentence.unknown')
    case 'stopped':
      return stoppedSentence(text, component, nowMs)
    case 'running':
      return lagSeconds === null
        ? text('sentence.running.plain')
        : text('sentence.running', { lag: lagWords(text, lagSeconds) })
    default:
      return verdict satisfies never
  }
}

function unreachableSentence(text: Text, { observedAt }: Component, nowMs: number): string {
  return observedAt === null
    ? text('sentence.unreachable.never')
    : text('sentence.unreachable', { ago: agoWords(text, Date.parse(observedAt), nowMs) })
}

function stalledSentence(text: Text, { checkpointSince }: Component, nowMs: number): string {
  if (checkpointSince === null) return text('sentence.stalled.plain')
  const seconds = secondsSince(Date.parse(checkpointSince), nowMs)
  return text('sentence.stalled', { n: durationWords(text, seconds) })
}

function catchingUpSentence(text: Text, lagSeconds: number | null, lagTrend: number | null) {
  if (lagSeconds === null || lagTrend === null || lagTrend >= 0) {
    return text('sentence.catching-up.plain')
  }
  const eta = durationWords(text, (lagSeconds / -lagTrend) * 60)
  return text('sentence.catching-up', { trend: trendWords(text, lagTrend), eta })
}

function stoppedSentence(text: Text, { lastCommand }: Component, nowMs: number): string {
  return lastCommand?.kind === 'stop'
    ? text('sentence.stopped', {
        by: lastCommand.by,
        ago: agoWords(text, Date.parse(lastCommand.at), nowMs),
      })
    : text('sentence.stopped.elsewhere')
}
