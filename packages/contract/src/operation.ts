import * as z from 'zod/mini'
import { componentKindSchema, type ComponentKind } from './kind.ts'
import { operationInputSchema } from './operation-input.ts'

/** The changes that can be asked for. */
export const operationKinds = [
  'start',
  'stop',
  'configure',
  'rewind',
  'migrate',
  'delete',
  'recheck',
] as const
export const operationKindSchema = z.enum(operationKinds)
export type OperationKind = z.output<typeof operationKindSchema>

/** What the vendor's page documents for each kind of component. */
export const operationsOf: Record<ComponentKind, readonly OperationKind[]> = {
  writer: ['start', 'stop', 'configure', 'rewind', 'migrate', 'delete'],
  connector: ['start', 'stop', 'configure', 'rewind', 'migrate'],
  checker: ['start', 'stop', 'configure', 'recheck'],
}

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
  /**
   * One line for a shell; `$CM_URL` stands for the address, other `$VARIABLES` for secrets and for the
   * name that a migration answers.
   */
  curl: z.string(),
})

/** Why a step is no success: the client's failures, and what this process itself can do to a step. */
export const stepFailureCodes = [
  'NOT_SENT', // no byte left
  'READ_ONLY',
  'NOT_ALLOWED', // who asked for it may no longer do it
  'REJECTED', // CM said isSuccess: false
  'TIMED_OUT',
  'CUT',
  'BAD_STATUS',
  'BAD_BODY',
  'ABORTED',
  'PROCESS_ENDED', // Wheelhouse went down while the call was out
  'INTERRUPTED', // Wheelhouse went down before a write left, or while a check was asking
  'TOO_LATE', // the step before was only learnt of long after: nothing goes on by itself
  'ODD_NAME', // CM migrated, and its answer holds no name that could be the new one
  'STILL_RUNNING', // a check: the component was not seen stopped
  'NOT_SEEN', // a check: nothing was read that could have shown it
  'TWIN_RUNNING', // not sent: another component of the same identity was seen running
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

/** `see-stopped` reads until the component is seen stopped; every other step is one write. */
export const stepNames = [
  'start',
  'stop',
  'see-stopped',
  'update',
  'move-checkpoint',
  'start-there',
  'migrate',
  'start-new',
  'delete',
] as const
const stepNameSchema = z.enum(stepNames)
export type StepName = z.output<typeof stepNameSchema>

/** One try of a step. */
const tryFields = {
  state: stepStateSchema,
  reply: z.nullable(replySchema),
  startedAt: z.nullable(z.string()),
  finishedAt: z.nullable(z.string()),
}

const stepSchema = z.object({
  name: stepNameSchema,
  effect: z.enum(['read', 'write']),
  request: requestSchema,
  ...tryFields,
  /** How often it was begun; retries and decisions name it, so that a repeated request changes nothing. */
  attempt: z.number(),
  /** The tries before this one, the oldest first. */
  earlier: z.array(z.object(tryFields)),
  /** What a person said of it, where nothing could be learnt. */
  decision: z.nullable(
    z.object({
      as: z.enum(['happened', 'skipped']),
      by: z.string(),
      reason: z.string(),
      at: z.string(),
    }),
  ),
})
export type Step = z.output<typeof stepSchema>

/** One key that an operation changes. A secret's values are never told. */
const changeSchema = z.object({
  /** As it is sent: `JDBCWriter.worker_num`. */
  key: z.string(),
  /** Null where it is not known, not set, or secret. */
  before: z.nullable(z.string()),
  /** Null where it is secret. */
  after: z.nullable(z.string()),
  secret: z.boolean(),
})
export type Change = z.output<typeof changeSchema>

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
  /** What was asked for, secrets cut. */
  input: operationInputSchema,
  changes: z.array(changeSchema),
  state: operationStateSchema,
  verification: verificationSchema,
  steps: z.array(stepSchema),
  /** The name that a migration answered. */
  newName: z.nullable(z.string()),
  actor: z.string(),
  reason: z.nullable(z.string()),
  /** Why it was given up; null unless it was. */
  abandonedBecause: z.nullable(z.string()),
  createdAt: z.string(),
  finishedAt: z.nullable(z.string()),
})
export type Operation = z.output<typeof operationSchema>

/** What must hold for a plan to end well, as far as we can tell before. */
export const preconditionNames = [
  'cm-reachable',
  'is-stopped', // where the plan itself does not stop it
  'no-twin',
  'host-is-down', // of a forced migration: that it is not seen alive
  'host-known', // something of ours was seen on the target host
  'subtopic-known',
  'store-reaches-back', // the store keeps 24 h, 120 h for migration projects (cm-api.md §5.5)
] as const
const preconditionSchema = z.object({
  name: z.enum(preconditionNames),
  holds: z.enum(['yes', 'no', 'unknown']),
})
export type Precondition = z.output<typeof preconditionSchema>

/** What a person should know before saying yes. */
export const planWarnings = [
  'interrupts', // nothing is replicated until the start
  'stays-stopped', // the plan ends without a start
  'not-observable', // CM offers no way to see what came of it
  'replays', // changes are delivered once more
  'forward-jump', // changes are left out
  'older-than-24h',
  'older-than-120h',
  'position-unknown',
  'may-write-twice', // forced: two copies, if the old host comes back
  'cannot-be-undone',
  'dangerous-key',
] as const
export type PlanWarning = (typeof planWarnings)[number]

/** What would be done, before anything is. */
export const planSchema = z.object({
  kind: operationKindSchema,
  steps: z.array(
    z.object({ name: stepNameSchema, effect: stepSchema.shape.effect, request: requestSchema }),
  ),
  preconditions: z.array(preconditionSchema),
  warnings: z.array(z.enum(planWarnings)),
  changes: z.array(changeSchema),
  /**
   * The facts that the plan rests on; sent back as `expect`, they make the operation fail with
   * `PLAN_CHANGED` where one of them no longer holds. Lag and checkpoint are not among them.
   */
  expect: z.record(z.string(), z.string()),
})
export type Plan = z.output<typeof planSchema>

/** The states in which an operation still holds its component. */
export const isOpen = (state: OperationState): boolean =>
  state === 'queued' || state === 'running' || state === 'uncertain'
