import { passwordFaults } from '@wheelhouse/contract'
import type { PasswordFault } from '@wheelhouse/contract'
import { ProblemError } from './problem-error.ts'

/** Our own server's problem, if it is one. */
export const problemIn = (error: unknown) =>
  error instanceof ProblemError ? error.problem : undefined

/** Why the server took no password that was chosen; `undefined` where that isn't what is wrong. */
export function passwordFaultIn(error: unknown): PasswordFault | undefined {
  const problem = problemIn(error)
  if (problem?.code !== 'INVALID_INPUT') return undefined
  return passwordFaults.find((fault) => fault === problem.fault)
}
