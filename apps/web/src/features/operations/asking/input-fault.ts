import { addressFaults } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'
import { problemOf } from './use-asking.ts'

/** A field of the form that Wheelhouse does not accept, and why, in words. */
export interface InvalidInput {
  /** As a path below the input: `host`, `checkpoints.p_1-0`, `set.JDBCWriter.worker_num`. */
  readonly field: string
  readonly sentence: string
}

const faults = [
  'missing',
  'not-a-host',
  'same-host',
  'host-is-alive',
  'writers-only',
  'unknown-subtopic',
] as const

/** The first of the errors that says which field is wrong. */
export function invalidInput(text: Text, ...errors: readonly unknown[]): InvalidInput | undefined {
  for (const error of errors) {
    const problem = problemOf(error)
    if (problem?.code !== 'INVALID_INPUT' || problem.field === undefined) continue
    const field = problem.field.replace(/^body\.(?:input\.)?/u, '')
    return { field, sentence: faultSentence(text, problem.fault) ?? text('problem.INVALID_INPUT') }
  }
  return undefined
}

/** One of our own rules that an input breaks, in words where we have some for it. */
export function faultSentence(text: Text, fault: string | undefined): string | undefined {
  const known = faults.find((it) => it === fault)
  if (known) return text(`input-fault.${known}`)
  // Which hosts an address may name is checked by the server alone.
  const ofAddress = addressFaults.find((it) => it === fault)
  return ofAddress && text(`config-fault.${ofAddress}`)
}
