import { nameFault, parseName } from '@wheelhouse/contract'
import type { Component, NameFault, Operation, Step } from '@wheelhouse/contract'

/** What a person may say or ask of an operation that needs somebody. */
export type Decision = 'retry' | 'dismiss' | 'happened' | 'skipped' | 'again' | 'abandon'

/** A step and its place in its operation; `retry` and `settle` name it by the place and its attempt. */
export interface PlacedStep {
  readonly step: Step
  readonly index: number
}

/** The step that somebody must look at, or `undefined` while nobody must. */
export function stuckStep({ steps, state }: Operation): PlacedStep | undefined {
  const wanted = state === 'uncertain' ? 'uncertain' : state === 'failed' ? 'refused' : undefined
  const index = steps.findIndex((step) => step.state === wanted)
  const step = steps[index]
  return step && { step, index }
}

/** What may be decided, the most harmless first; nothing where nobody must decide. */
export function decisionsFor(operation: Operation): readonly Decision[] {
  if (operation.state === 'failed') {
    // A check that found nothing has changed nothing: whoever has looked for himself may go on.
    const isCheck = stuckStep(operation)?.step.effect === 'read'
    return isCheck ? ['retry', 'skipped', 'dismiss'] : ['retry', 'dismiss']
  }
  if (operation.state !== 'uncertain') return []
  // To leave out the only step is to give the operation up.
  return operation.steps.length > 1
    ? ['happened', 'skipped', 'again', 'abandon']
    : ['happened', 'again', 'abandon']
}

/** What follows once that step counts as done: the names of the steps that are still to be run. */
export const stepsAfter = ({ steps }: Operation, index: number): readonly Step[] =>
  steps.slice(index + 1).filter(({ state }) => state === 'pending')

/** What something between us and CM answers where CM itself did not. */
const gatewayStatuses = new Set([502, 503, 504])

/**
 * Whether the write may still be carried out after this moment: CM gave no answer of its own, and it
 * waits up to 60 s for its agent (cm-api.md §1.6). Absence then proves nothing yet.
 */
export function mayComeLate({ state, effect, reply }: Step): boolean {
  if (state !== 'uncertain' || effect === 'read') return false
  return !reply || reply.status === null || gatewayStatuses.has(reply.status)
}

/** Whether the last thing that CM is known to have done in it was a stop: it then stands still. */
export function leavesStopped({ steps }: Operation): boolean {
  const last = steps.findLast(
    ({ name, state }) => state === 'succeeded' && (name === 'stop' || name.startsWith('start')),
  )
  return last?.name === 'stop'
}

/** Whether the name that a migration gave is a person's word, and not CM's. */
export const isNewNameSaid = ({ steps }: Operation): boolean =>
  steps.some(({ name, decision }) => name === 'migrate' && decision?.as === 'happened')

/** Whether a migration made a component that was certainly not started. */
export const leavesNewStopped = ({ newName, steps }: Operation): boolean =>
  newName !== null &&
  steps.some(
    ({ name, state }) => name === 'start-new' && (state === 'pending' || state === 'refused'),
  )

type NewNameWarning = 'other-host'
type NewNameFault = NameFault | 'same-name' | 'other-identity' | 'other-form' | 'already-tracked'

interface NewNameJudgement {
  /** With it the name can't be taken. */
  readonly fault?: NewNameFault
  /** With these it can, and is more likely a slip. */
  readonly warnings: readonly NewNameWarning[]
}

/**
 * A migration keeps the identity and changes host and sequence (cm-api.md §3). A name of another identity
 * would send what follows to another component.
 */
export function judgeNewName(
  newName: string,
  { component, input }: Pick<Operation, 'component' | 'input'>,
  tracked: readonly Pick<Component, 'id' | 'cluster' | 'name'>[] = [],
): NewNameJudgement {
  const fault = nameFault(newName, component.kind)
  if (fault) return { fault, warnings: [] }
  if (newName === component.name) return { fault: 'same-name', warnings: [] }

  const before = parseName(component.name)
  const after = parseName(newName)
  if (before && !after) return { fault: 'other-form', warnings: [] }
  if (before && before.identity !== after?.identity)
    return { fault: 'other-identity', warnings: [] }
  const isTaken = tracked.some(
    ({ id, cluster, name }) =>
      name === newName && cluster === component.cluster && id !== component.id,
  )
  if (isTaken) return { fault: 'already-tracked', warnings: [] }
  const isElsewhere = after && input.host !== undefined && input.host !== after.host
  return { warnings: isElsewhere ? ['other-host'] : [] }
}

/** The sentence that says what leaving a step out comes to. */
export function skippedWords({ name, effect }: Step) {
  if (effect === 'read') return 'choice.skipped.check'
  return name === 'migrate' || name === 'move-checkpoint'
    ? (`choice.skipped.${name}` as const)
    : 'choice.skipped.what'
}
