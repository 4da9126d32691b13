import {
  nameFault,
  parseName,
  type Operation,
  type OperationKind,
  type StepName,
} from '@wheelhouse/contract'
import { invalidInput } from '../../http/problem.ts'
import type { StoredOperation, StoredStep } from './record/stored-operation.ts'

/** Throws `INVALID_INPUT` where the operation has no such step. */
export function stepOf({ steps }: StoredOperation, position: number): StoredStep {
  const step = steps[position]
  if (step) return step
  throw invalidInput(
    'body.step',
    'out-of-range',
    `the operation has ${steps.length} steps, counted from 0`,
  )
}

/** The same request was taken before: the try that it names has been put away. */
export const isTakenUp = (step: StoredStep, attempt: number): boolean =>
  step.attempt > attempt ||
  (step.attempt === attempt && step.state === 'pending' && step.earlier.length > 0)

/** The plain command that a step is, as `can` judges it. */
export function commandOf(name: StepName): OperationKind | undefined {
  if (name === 'stop' || name === 'delete') return name
  return name.startsWith('start') ? 'start' : undefined
}

/** Why it can't be the name that a migration gave. */
export function newNameFault(
  { kind, name: before }: Operation['component'],
  name: string | undefined,
) {
  if (name === undefined) return 'missing'
  if (name === before) return 'same-name'
  return nameFault(name, kind)
}

/** A migration changes host and sequence, and keeps the identity (cm-api.md §3). */
export function isOfOtherIdentity(name: string, before: string): boolean {
  const identity = parseName(before)?.identity
  return identity !== undefined && parseName(name)?.identity !== identity
}
