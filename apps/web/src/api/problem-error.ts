import type { ProblemBody } from '@wheelhouse/contract'

/** Wheelhouse answered, and the answer was no. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly status: number
  readonly problem: ProblemBody

  constructor(status: number, problem: ProblemBody) {
    super(`${problem.code}: ${problem.detail}`)
    this.status = status
    this.problem = problem
  }
}

/** Wheelhouse did not answer, so what was asked for may or may not have been done. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/** An answer came that this page can't read: of another version, or of something in between. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly status: number

  constructor(status: number, cause?: unknown) {
    super(`HTTP ${status}: not an answer of Wheelhouse`, { cause })
    this.status = status
  }
}

export const isNotFound = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'NOT_FOUND'
