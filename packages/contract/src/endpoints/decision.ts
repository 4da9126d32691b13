import * as z from 'zod/mini'
import { endpoint } from '../endpoint.ts'
import { operationSchema } from '../operation.ts'
import { idParams } from './parts.ts'

/** Which try of which step is meant: a repeated request then changes nothing. */
const stepAttempt = { step: z.number(), attempt: z.number() }
const reasonText = z.string().check(z.minLength(1), z.maxLength(2000))

export const retryOperation = endpoint({
  method: 'POST',
  path: '/operations/{id}/retry',
  summary: 'Send a refused step once more, or by a person’s decision an uncertain one',
  params: idParams,
  body: z.strictObject({ ...stepAttempt, reason: z.optional(reasonText) }),
  permission: 'resolve-uncertain',
  target: 'operation',
  audit: ['operation.retried'],
  replies: { 202: operationSchema },
})

export const settleOperation = endpoint({
  method: 'POST',
  path: '/operations/{id}/settle',
  summary: 'Say of an uncertain step that it happened, or go on without it',
  params: idParams,
  body: z.strictObject({
    ...stepAttempt,
    as: z.enum(['happened', 'skipped']),
    reason: reasonText,
    /** Of a migration that happened: the name that the component has now. */
    newName: z.optional(z.string()),
  }),
  permission: 'resolve-uncertain',
  target: 'operation',
  audit: ['step.decided'],
  replies: { 200: operationSchema },
})

export const abandonOperation = endpoint({
  method: 'POST',
  path: '/operations/{id}/abandon',
  summary: 'Give up an uncertain operation, or dismiss a failed one',
  params: idParams,
  body: z.strictObject({ reason: reasonText }),
  permission: 'resolve-uncertain',
  target: 'operation',
  audit: ['operation.abandoned'],
  replies: { 200: operationSchema },
})
