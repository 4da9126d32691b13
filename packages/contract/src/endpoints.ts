import * as z from 'zod/mini'
import { clusterSchema } from './cluster.ts'
import { componentSchema, trackResultSchema, trackSchema } from './component.ts'
import { endpoint } from './endpoint.ts'
import { serverEventSchema } from './event.ts'
import {
  operationRequestSchema,
  operationSchema,
  operationStateSchema,
  planSchema,
} from './operation.ts'
import { componentFilterSchema } from './selection.ts'
import { sessionSchema } from './session.ts'

const idParams = z.object({ id: z.string() })
const listOf = <S extends z.ZodMiniType>(item: S) =>
  z.object({ items: z.array(item), total: z.number() })

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
    state: z.optional(operationStateSchema),
    /** At most this many, 100 unless told; 500 at most. */
    limit: z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|[1-4]\d\d|500)$/u))),
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

export const abandonOperation = endpoint({
  method: 'POST',
  path: '/operations/{id}/abandon',
  summary: 'Give up an uncertain operation, or dismiss a failed one',
  params: idParams,
  body: z.strictObject({ reason: z.string().check(z.minLength(1), z.maxLength(2000)) }),
  replies: { 200: operationSchema },
})

export const streamEvents = endpoint({
  method: 'GET',
  path: '/events',
  summary: 'Server-sent events: a snapshot, then every change as a whole row',
  replies: { 200: serverEventSchema },
})

/** Every endpoint, once. The BFF must route each of them, and nothing else below the prefix. */
export const endpoints = {
  getSession,
  listClusters,
  listComponents,
  getComponent,
  trackComponents,
  untrackComponent,
  createOperation,
  listOperations,
  getOperation,
  abandonOperation,
  streamEvents,
} as const
