import * as z from 'zod/mini'
import { auditFilterSchema, auditRecordSchema } from './audit.ts'
import { clusterSchema } from './cluster.ts'
import { componentSchema, trackResultSchema, trackSchema } from './component.ts'
import { configSchema } from './config.ts'
import { endpoint } from './endpoint.ts'
import { serverEventSchema } from './event.ts'
import { nameSchema } from './names.ts'
import { operationRequestSchema } from './operation-input.ts'
import {
  operationKindSchema,
  operationSchema,
  operationStateSchema,
  planSchema,
} from './operation.ts'
import { askWriterSchema, cmAnswerSchema, rawSchema } from './raw.ts'
import { componentFilterSchema } from './selection.ts'
import { sessionSchema } from './session.ts'

const idParams = z.object({ id: z.string() })
const listOf = <S extends z.ZodMiniType>(item: S) =>
  z.object({ items: z.array(item), total: z.number() })
/** At most this many, 100 unless told; 500 at most. */
const limit = z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|[1-4]\d\d|500)$/u)))

export const getSession = endpoint({
  method: 'GET',
  path: '/session',
  summary: 'Who is asking, and whether this is the demo',
  replies: { 200: sessionSchema },
})

export const listClusters = endpoint({
  method: 'GET',
  path: '/clusters',
  summary: 'The Cluster Managers, and whether they answer',
  replies: { 200: listOf(clusterSchema) },
})

export const listComponents = endpoint({
  method: 'GET',
  path: '/components',
  summary: 'The tracked components with their last observation, worst first',
  query: componentFilterSchema,
  replies: { 200: listOf(componentSchema) },
})

export const getComponent = endpoint({
  method: 'GET',
  path: '/components/{id}',
  summary: 'One tracked component',
  params: idParams,
  replies: { 200: componentSchema },
})

export const trackComponents = endpoint({
  method: 'POST',
  path: '/components',
  summary: 'Track components by their names; a result for each name',
  body: trackSchema,
  replies: { 200: listOf(trackResultSchema) },
})

export const untrackComponent = endpoint({
  method: 'DELETE',
  path: '/components/{id}',
  summary: 'Stop watching a component; nothing is sent to CM',
  params: idParams,
  replies: { 204: z.null() },
})

export const listNames = endpoint({
  method: 'GET',
  path: '/components/{id}/names',
  summary: 'The names that a component has had, the newest first',
  params: idParams,
  replies: { 200: listOf(nameSchema) },
})

export const getConfig = endpoint({
  method: 'GET',
  path: '/components/{id}/config',
  summary: 'What is known of its configuration, secrets cut',
  params: idParams,
  replies: { 200: configSchema },
})

export const getRaw = endpoint({
  method: 'GET',
  path: '/components/{id}/raw',
  summary: "CM's newest answer about it, redacted; nothing is asked",
  params: idParams,
  replies: { 200: rawSchema },
})

export const createOperation = endpoint({
  method: 'POST',
  path: '/operations',
  summary: 'Ask for a change; with dryRun=true only its plan is answered and nothing is done',
  query: z.strictObject({ dryRun: z.optional(z.enum(['true', 'false'])) }),
  body: operationRequestSchema,
  idempotencyKey: true,
  replies: { 200: planSchema, 202: operationSchema },
})

export const listOperations = endpoint({
  method: 'GET',
  path: '/operations',
  summary: 'Operations, the newest first',
  query: z.strictObject({
    component: z.optional(z.string()),
    kind: z.optional(operationKindSchema),
    state: z.optional(operationStateSchema),
    limit,
  }),
  replies: { 200: listOf(operationSchema) },
})

export const getOperation = endpoint({
  method: 'GET',
  path: '/operations/{id}',
  summary: 'One operation with its steps, requests and replies',
  params: idParams,
  replies: { 200: operationSchema },
})

/** Which try of which step is meant: a repeated request then changes nothing. */
const stepAttempt = { step: z.number(), attempt: z.number() }
const reasonText = z.string().check(z.minLength(1), z.maxLength(2000))

export const retryOperation = endpoint({
  method: 'POST',
  path: '/operations/{id}/retry',
  summary: 'Send a refused step once more, or by a person’s decision an uncertain one',
  params: idParams,
  body: z.strictObject({ ...stepAttempt, reason: z.optional(reasonText) }),
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
  replies: { 200: operationSchema },
})

export const abandonOperation = endpoint({
  method: 'POST',
  path: '/operations/{id}/abandon',
  summary: 'Give up an uncertain operation, or dismiss a failed one',
  params: idParams,
  body: z.strictObject({ reason: reasonText }),
  replies: { 200: operationSchema },
})

export const listAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'What was done, by whom and with what result, the newest first',
  query: z.extend(auditFilterSchema, {
    /** The `seq` at which the page before ended. */
    before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,14}$/u))),
    limit,
  }),
  replies: { 200: listOf(auditRecordSchema) },
})

export const exportAudit = endpoint({
  method: 'GET',
  path: '/audit/export',
  summary: 'The audit trail as a file, the oldest first; that it was taken is recorded in it',
  query: z.extend(auditFilterSchema, { format: z.enum(['csv', 'jsonl']) }),
  /** The text of the file: a row, or a JSON object a line, for each record. */
  replies: { 200: z.string() },
})

export const streamEvents = endpoint({
  method: 'GET',
  path: '/events',
  summary: 'Server-sent events: a snapshot, then every change as a whole row',
  replies: { 200: serverEventSchema },
})

export const askCm = endpoint({
  method: 'GET',
  path: '/clusters/{id}/cm/JDBCWriter/detail',
  summary: 'Ask CM now about a tracked writer: its answer as it is, secrets cut',
  params: idParams,
  query: askWriterSchema,
  replies: { 200: cmAnswerSchema },
})

/** Every endpoint, once. The BFF must route each of them, and nothing else below the prefix. */
export const endpoints = {
  getSession,
  listClusters,
  listComponents,
  getComponent,
  trackComponents,
  untrackComponent,
  listNames,
  getConfig,
  getRaw,
  createOperation,
  listOperations,
  getOperation,
  retryOperation,
  settleOperation,
  abandonOperation,
  listAudit,
  exportAudit,
  streamEvents,
  askCm,
} as const
