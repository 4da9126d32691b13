import type { ProblemBody, ProblemCode } from '@wheelhouse/contract'

type Extras = Pick<
  ProblemBody,
  'field' | 'fault' | 'reason' | 'operation' | 'changed' | 'permission' | 'retryAfterSeconds'
>

const statuses: Record<ProblemCode, number> = {
  INVALID_INPUT: 400,
  TOO_LARGE: 413,
  IDEMPOTENCY_KEY_MISSING: 400,
  HEADER_MISSING: 400,
  FOREIGN_ORIGIN: 403,
  FOREIGN_HOST: 403,
  NOT_SIGNED_IN: 401,
  SIGN_IN_FAILED: 401,
  NOT_ALLOWED: 403,
  TOO_MANY: 429,
  SETUP_NEEDED: 403,
  NAME_TAKEN: 409,
  LAST_ADMIN: 409,
  AUDIT_UNAVAILABLE: 503,
  NOT_FOUND: 404,
  OPERATION_OPEN: 409,
  NOT_POSSIBLE_NOW: 409,
  PLAN_CHANGED: 409,
  NOT_ABANDONABLE: 409,
  NOT_RETRYABLE: 409,
  NOT_SETTLEABLE: 409,
  SECRETS_GONE: 409,
  IDEMPOTENCY_KEY_REUSED: 422,
  CM_UNANSWERED: 502,
  CM_TIMED_OUT: 504,
  CM_BUSY: 429,
  SHUTTING_DOWN: 503,
  INTERNAL: 500,
}

const titles: Record<ProblemCode, string> = {
  INVALID_INPUT: 'The request is not valid',
  TOO_LARGE: 'The request is larger than it may be',
  IDEMPOTENCY_KEY_MISSING: 'The request needs an Idempotency-Key',
  HEADER_MISSING: 'The request needs the header X-Wheelhouse: 1',
  FOREIGN_ORIGIN: 'The request comes from another site',
  FOREIGN_HOST: 'The request names another host',
  NOT_SIGNED_IN: 'Nobody is signed in',
  SIGN_IN_FAILED: 'The name or the password is wrong',
  NOT_ALLOWED: 'This is not allowed to who asks',
  TOO_MANY: 'That was asked for too often',
  SETUP_NEEDED: 'There is no user yet',
  NAME_TAKEN: 'The name is taken',
  LAST_ADMIN: 'Nobody would be left who can manage users',
  AUDIT_UNAVAILABLE: 'It cannot be put on record, and so it was not done',
  NOT_FOUND: 'There is no such thing',
  OPERATION_OPEN: 'Another operation is open on this component',
  NOT_POSSIBLE_NOW: 'This is not possible now',
  PLAN_CHANGED: 'What the plan rests on has changed',
  NOT_ABANDONABLE: 'Only an uncertain or failed operation can be abandoned',
  NOT_RETRYABLE: 'This step cannot be sent again',
  NOT_SETTLEABLE: 'There is nothing to be decided about this step',
  SECRETS_GONE: 'The secrets that this step needs are no longer kept',
  IDEMPOTENCY_KEY_REUSED: 'The Idempotency-Key was used for another request',
  CM_UNANSWERED: 'CM gave no answer that can be shown',
  CM_TIMED_OUT: 'CM did not answer in time',
  CM_BUSY: 'CM is being asked as often as it may be',
  SHUTTING_DOWN: 'Wheelhouse is shutting down',
  INTERNAL: 'Something went wrong in Wheelhouse',
}

/** A failure of ours that the caller can understand; it becomes `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly extras: Extras

  constructor(code: ProblemCode, detail: string, options: ErrorOptions & Extras = {}) {
    const { cause, ...extras } = options
    super(detail, cause === undefined ? undefined : { cause })
    this.code = code
    this.extras = extras
  }

  get statusCode(): number {
    return statuses[this.code]
  }

  body(requestId: string): ProblemBody {
    return {
      code: this.code,
      title: titles[this.code],
      detail: this.message,
      requestId,
      ...this.extras,
    }
  }
}

/** Input that breaks a rule of ours: which field, which rule, and what is right. Nothing was sent for it. */
export const invalidInput = (field: string, fault: string, detail: string): Problem =>
  new Problem('INVALID_INPUT', `${detail}; nothing was sent`, { field, fault })
