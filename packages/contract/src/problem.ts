import * as z from 'zod/mini'
import { permissions } from './access.ts'
import { refusals } from './can.ts'

/** Every way in which a request of ours can fail. The web holds one sentence for each, in both languages. */
export const problemCodes = [
  'INVALID_INPUT',
  'TOO_LARGE',
  'IDEMPOTENCY_KEY_MISSING',
  'IDEMPOTENCY_KEY_REUSED',
  'HEADER_MISSING',
  'FOREIGN_ORIGIN',
  'FOREIGN_HOST',
  'NOT_SIGNED_IN',
  'SIGN_IN_FAILED',
  'NOT_ALLOWED',
  'TOO_MANY',
  'SETUP_NEEDED',
  'NAME_TAKEN',
  'LAST_ADMIN',
  'AUDIT_UNAVAILABLE',
  'NOT_FOUND',
  'OPERATION_OPEN',
  'NOT_POSSIBLE_NOW',
  'PLAN_CHANGED',
  'NOT_ABANDONABLE',
  'NOT_RETRYABLE',
  'NOT_SETTLEABLE',
  'SECRETS_GONE',
  'CM_UNANSWERED',
  'CM_TIMED_OUT',
  'CM_BUSY',
  'SHUTTING_DOWN',
  'INTERNAL',
] as const

const problemCodeSchema = z.enum(problemCodes)
export type ProblemCode = z.output<typeof problemCodeSchema>

/** The body of every failure, `application/problem+json` (RFC 9457) with our own code. */
export const problemSchema = z.object({
  code: problemCodeSchema,
  /** English, for scripts and logs; the web says it in the user's language by `code`. */
  title: z.string(),
  detail: z.string(),
  /** Names the log line of this request. */
  requestId: z.string(),
  /** Where the input is wrong, as a path: `body.names.3`. */
  field: z.optional(z.string()),
  /** With `INVALID_INPUT`: which of our own rules the field breaks. */
  fault: z.optional(z.string()),
  /** With `PLAN_CHANGED`: what is no longer as `expect` said. */
  changed: z.optional(
    z.array(z.object({ fact: z.string(), expected: z.string(), now: z.string() })),
  ),
  /** With `NOT_POSSIBLE_NOW`: which rule of `can` forbids it. */
  reason: z.optional(z.enum(refusals)),
  /** With `NOT_ALLOWED`: what would have to be granted. */
  permission: z.optional(z.enum(permissions)),
  /** With `TOO_MANY`: after so long it can be tried again. */
  retryAfterSeconds: z.optional(z.number()),
  /** With `OPERATION_OPEN`: the operation that holds the component. */
  operation: z.optional(
    z.object({ id: z.string(), kind: z.string(), actor: z.string(), createdAt: z.string() }),
  ),
})
export type ProblemBody = z.output<typeof problemSchema>
