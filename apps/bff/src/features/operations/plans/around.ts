import { writerCalls } from '@wheelhouse/cm-client'
import {
  isObservable,
  type Component,
  type PlanWarning,
  type Precondition,
} from '@wheelhouse/contract'
import type { Commands } from './commands.ts'
import type { PlannedStep } from './plan.ts'

interface Around {
  component: Component
  commands: Commands
  stop: boolean
  /** How it is started again; null where the plan ends without. */
  start: PlannedStep | null
  middle: readonly PlannedStep[]
}

/**
 * What needs a stopped component, between a stop and a start. Where CM can be asked, it is seen stopped
 * before anything is changed: an accepted stop is not yet one (DECISIONS 19).
 */
export function around({ component, commands, stop, start, middle }: Around) {
  const steps: PlannedStep[] = [
    ...(stop ? [{ name: 'stop', call: commands.stop() } as const] : []),
    ...(isObservable(component.kind) ? [seeStopped(component)] : []),
    ...middle,
    ...(start ? [start] : []),
  ]
  const preconditions: Precondition[] = stop
    ? []
    : [{ name: 'is-stopped', holds: isSeenStopped(component) }]
  const warnings: PlanWarning[] = [
    ...(stop ? (['interrupts'] as const) : []),
    ...(start ? [] : (['stays-stopped'] as const)),
    ...observability(component),
  ]
  return { steps, preconditions, warnings }
}

export const observability = ({ kind }: Pick<Component, 'kind'>): PlanWarning[] =>
  isObservable(kind) ? [] : ['not-observable']

const seeStopped = ({ name }: Component): PlannedStep => ({
  name: 'see-stopped',
  call: writerCalls.detail(name),
})

const isSeenStopped = ({ active }: Component): Precondition['holds'] =>
  active === null ? 'unknown' : active ? 'no' : 'yes'
