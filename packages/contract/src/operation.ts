import * as z from 'zod/mini'
import { componentKindSchema } from './kind.ts'

/** The changes that can be asked for today. */
const operationKinds = ['start', 'stop'] as const
export const operationKindSchema = z.enum(operationKinds)
export type OperationKind = z.output<typeof operationKindSchema>

/** `refused`: CM certainly did not do it. `uncertain`: it may have. */
export const stepStates = [
  'pending',
  'running',
  'succeeded',
  'skipped',
  'refused',
  'uncertain',
] as const
const stepStateSchema = z.enum(stepStates)
export type StepState = z.output<typeof stepStateSchema>

/** `failed` and `abandoned` are closed; `uncertain` holds the component until someone decides. */
const operationStates = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'uncertain',
  'abandoned',
] as const
export const operationStateSchema = z.enum(operationStates)
export type OperationState = z.output<typeof operationStateSchema>

/**
 * Whether the effect was seen, apart from whether CM accepted the call. `pending`: not looked for, or
 * not yet seen. `unverifiable`: nothing was read that could have shown it. `contradicted`: readings came,
 * and did not show it.
 */
const verificationSchema = z.enum(['pending', 'verified', 'unverifiable', 'contradicted'])
export type Verification = z.output<typeof verificationSchema>

/** A call of CM as a person would type it. */
const requestSchema = z.object({
  method: z.string(),
  path: z.string(),
  /** One line for a shell; `$CM_URL` stands for the address. */
  curl: z.string(),
})

/** Why a step is no success: the client's failures, and what this process itself can do to a step. */
export const stepFailureCodes = [
  'NOT_SENT', // no byte left
  'READ_ONLY',
  'REJECTED', // CM said isSuccess: false
  'TIMED_OUT',
  'CUT',
  'BAD_STATUS',
  'BAD_BODY',
  'ABORTED',
  'PROCESS_ENDED', // Wheelhouse went down while the call was out
  'INTERNAL', // a mistake of ours while the call was out
] as const
const stepFailureSchema = z.enum(stepFailureCodes)
export type StepFailure = z.output<typeof stepFailureSchema>

/** What came back, secrets cut. */
const replySchema = z.object({
  /** HTTP status; null where none arrived. */
  status: z.nullable(z.number()),
  /** The body's beginning, redacted. */
  body: z.string(),
  failure: z.nullable(stepFailureSchema),
})

const stepSchema = z.object({
  name: z.enum(['start-writer', 'stop-writer']),
  state: stepStateSchema,
  request: requestSchema,
  reply: z.nullable(replySchema),
  startedAt: z.nullable(z.string()),
  finishedAt: z.nullable(z.string()),
})
export type Step = z.output<typeof stepSchema>

export const operationSchema = z.object({
  id: z.string(),
  kind: operationKindSchema,
  /** As the component was called when the operation was asked for. */
  component: z.object({
    id: z.string(),
    cluster: z.string(),
    kind: componentKindSchema,
    name: z.string(),
  }),
  state: operationStateSchema,
  verification: verificationSchema,
  steps: z.array(stepSchema),
  actor: z.string(),
  reason: z.nullable(z.string()),
  /** Why it was given up; null unless it was. */
  abandonedBecause: z.nullable(z.string()),
  createdAt: z.string(),
  finishedAt: z.nullable(z.string()),
})
export type Operation = z.output<typeof operationSchema>

/** What would be done, before anything is. */
export const planSchema = z.object({
  kind: operationKindSchema,
  steps: z.array(z.object({ name: stepSchema.shape.name, request: requestSchema })),
})
export type Plan = z.output<typeof planSchema>

export const operationRequestSchema = z.strictObject({
  /** The component's id. */
  component: z.string().check(z.minLength(1)),
  kind: operationKindSchema,
  input: z.optional(z.strictObject({})),
  reason: z.optional(z.string().check(z.maxLength(2000))),
})
export type OperationRequest = z.output<typeof operationRequestSchema>

/** The states in which an operation still holds its component. */
export const isOpen = (state: OperationState): boolean =>
  state === 'queued' || state === 'running' || state === 'uncertain'
