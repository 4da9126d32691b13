import * as z from 'zod/mini'

/** What a checker is to do (`task.type`, cm-api.md §1.2 rows 17 and 19). */
export const taskTypeSchema = z.enum(['migrate', 'verify'])
export type TaskType = z.output<typeof taskTypeSchema>

/** Epoch seconds. That it is in the past and no milliseconds, `checkpointFault` says. */
const checkpoint = z.number()
const optional = z.optional

/** Whether the plan begins with a stop and ends with a start; left out, what is known decides. */
const around = { stop: optional(z.boolean()), start: optional(z.boolean()) }

const fields = {
  /** Checkers only. */
  taskType: optional(taskTypeSchema),
  /** Checkers only: go on where it was, instead of from the beginning. */
  resume: optional(z.boolean()),
  /** One position for the whole writer. */
  checkpoint: optional(checkpoint),
  /** A connector's positions by subtopic. */
  checkpoints: optional(z.record(z.string(), checkpoint)),
  /** The operator has read a subtopic that we do not know in the connector's own configuration. */
  subtopicsRead: optional(z.boolean()),
  /** Where to migrate to. */
  host: optional(z.string()),
  /** The host is dead and can't be asked to stop it. Writers only. */
  force: optional(z.boolean()),
  ...around,
}

/** Changed keys as they are sent, `JDBCWriter.worker_num`. */
const set = z.record(z.string(), z.string())

/** What was asked for, as an operation tells it; the values of secret keys are null. */
export const operationInputSchema = z.object({
  ...fields,
  set: optional(z.record(z.string(), z.nullable(z.string()))),
})
export type OperationInput = z.output<typeof operationInputSchema>

const base = {
  /** The component's id. */
  component: z.string().check(z.minLength(1)),
  reason: optional(z.string().check(z.maxLength(2000))),
  /** Facts that must still hold, as a plan gives them; those left out are not compared. */
  expect: optional(z.record(z.string(), z.string())),
}
const { taskType, resume, force, checkpoints, subtopicsRead } = fields

/** A change that is asked for, and what its kind needs to know. */
export const operationRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('start'),
    input: optional(z.strictObject({ taskType, resume })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('stop'),
    input: optional(z.strictObject({ taskType })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('configure'),
    input: z.strictObject({ set, taskType, ...around }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('rewind'),
    input: z.strictObject({
      checkpoint: fields.checkpoint,
      checkpoints,
      subtopicsRead,
      ...around,
    }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('migrate'),
    input: z.strictObject({ host: z.string(), force, ...around }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('delete'),
    input: optional(z.strictObject({})),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('recheck'),
    input: optional(z.strictObject({ taskType })),
  }),
])
export type OperationRequest = z.output<typeof operationRequestSchema>
