import * as z from 'zod/mini'
import { auditFilterSchema, auditRecordSchema } from './audit.ts'
import { clusterSchema } from './cluster.ts'
import { componentSchema, longestNote, trackResultSchema, trackSchema } from './component.ts'
import { configSchema } from './config.ts'
import { endpoint } from './endpoint.ts'
import { mostWatched, serverEventsSchema, streamNameSchema } from './event.ts'
import {
  historySchema,
  historySpanSchema,
  lagTrailSchema,
  mostTrails,
  recordedCheckpointSchema,
} from './history.ts'
import { hostSchema } from './host.ts'
import { importResultSchema, importSchema, inventoryRowSchema } from './inventory.ts'
import { nameSchema } from './names.ts'
import { operationRequestSchema } from './operation-input.ts'
import {
  operationKindSchema,
  operationSchema,
  operationStateSchema,
  planSchema,
} from './operation.ts'
import { protectionLevelSchema } from './protection.ts'
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

export const changeCluster = endpoint({
  method: 'PATCH',
  path: '/clusters/{id}',
  summary: 'How much lag the components of a cluster may have; nothing is sent to CM',
  params: idParams,
  body: z.strictObject({ protection: protectionLevelSchema }),
  replies: { 200: clusterSchema },
})

export const listHosts = endpoint({
  method: 'GET',
  path: '/hosts',
  summary: 'The machines that tracked components run on, the worst first',
  query: z.strictObject({ cluster: z.optional(z.string()) }),
  replies: { 200: listOf(hostSchema) },
})

export const listComponents = endpoint({
  method: 'GET',
  path: '/components',
  summary: 'The tracked components with their last observation, worst first',
  query: componentFilterSchema,
  replies: {
    200: z.extend(listOf(componentSchema), {
      /** Of the estate, as it is answered; the stream goes on from it (`?since=`). */
      revision: z.string(),
    }),
  },
})

export const getComponent = endpoint({
  method: 'GET',
  path: '/components/{id}',
  summary: 'One tracked component',
  params: idParams,
  replies: { 200: componentSchema },
})

export const changeComponent = endpoint({
  method: 'PATCH',
  path: '/components/{id}',
  summary: 'A note on a component, or how much lag it may have; nothing is sent to CM',
  params: idParams,
  body: z.strictObject({
    /** Empty takes it away. */
    note: z.optional(z.string().check(z.maxLength(longestNote))),
    /** Null: its cluster's. */
    protection: z.optional(z.nullable(protectionLevelSchema)),
  }),
  replies: { 200: componentSchema },
})

export const getHistory = endpoint({
  method: 'GET',
  path: '/components/{id}/history',
  summary: 'Its lag and its verdicts over time, with what was done to it',
  params: idParams,
  query: z.strictObject({
    span: historySpanSchema,
    /** Where the span ends, ISO 8601; now, unless told. */
    until: z.optional(z.iso.datetime({ offset: true })),
  }),
  replies: { 200: historySchema },
})

export const listCheckpoints = endpoint({
  method: 'GET',
  path: '/components/{id}/checkpoints',
  summary: 'Positions that it had and can be rewound to, the newest first',
  params: idParams,
  replies: { 200: listOf(recordedCheckpointSchema) },
})

export const listLagTrails = endpoint({
  method: 'GET',
  path: '/lags',
  summary: 'The lag of late of some components, in the order in which they are asked for',
  query: z.strictObject({
    /** Ids between commas, 100 at most; of those that are not tracked nothing is answered. */
    components: z.string().check(
      z.minLength(1),
      z.refine((list) => list.split(',').length <= mostTrails),
    ),
    span: z.optional(historySpanSchema),
  }),
  replies: { 200: listOf(lagTrailSchema) },
})

export const importInventory = endpoint({
  method: 'POST',
  path: '/inventory',
  summary: 'Track components by the rows of a file; a result for each row',
  body: importSchema,
  replies: { 200: listOf(importResultSchema) },
})

export const exportInventory = endpoint({
  method: 'GET',
  path: '/inventory',
  summary: 'Everything that is tracked, in the form in which it can be imported',
  replies: { 200: listOf(inventoryRowSchema) },
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
  summary:
    'Server-sent events: what happened, several a message; a snapshot unless it goes on from before',
  query: z.strictObject({
    /** The stream's own name, under which it says what it watches. */
    stream: z.optional(streamNameSchema),
    /** The revision that is known; `Last-Event-ID` wins over it. */
    since: z.optional(z.string()),
  }),
  replies: { 200: serverEventsSchema },
})

export const watchComponents = endpoint({
  method: 'PUT',
  path: '/events/{stream}/watch',
  summary: 'Which rows a stream shows: they are read first, within the same budget',
  params: z.object({ stream: streamNameSchema }),
  body: z.strictObject({ components: z.array(z.string()).check(z.maxLength(mostWatched)) }),
  replies: { 204: z.null() },
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
  changeCluster,
  listHosts,
  listComponents,
  getComponent,
  changeComponent,
  getHistory,
  listCheckpoints,
  listLagTrails,
  importInventory,
  exportInventory,
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
  watchComponents,
  askCm,
} as const
