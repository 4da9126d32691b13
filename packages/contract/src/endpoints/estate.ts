import * as z from 'zod/mini'
import { clusterSchema } from '../cluster.ts'
import { componentSchema } from '../component.ts'
import { endpoint } from '../endpoint.ts'
import { mostWatched, serverEventsSchema, streamNameSchema } from '../event.ts'
import { historySpanSchema, lagTrailSchema, mostTrails } from '../history.ts'
import { protectionLevelSchema } from '../protection.ts'
import { componentFilterSchema } from '../selection.ts'
import { idParams, listOf } from './parts.ts'

export const listClusters = endpoint({
  method: 'GET',
  path: '/clusters',
  summary: 'The Cluster Managers, and whether they answer',
  permission: 'read',
  audit: 'none',
  replies: { 200: listOf(clusterSchema) },
})

export const changeCluster = endpoint({
  method: 'PATCH',
  path: '/clusters/{id}',
  summary:
    'How much lag the components of a cluster may have, and whether it may be written to; nothing is sent to CM',
  params: idParams,
  body: z
    .strictObject({
      protection: z.optional(protectionLevelSchema),
      readOnly: z.optional(z.boolean()),
    })
    .check(z.refine((body) => Object.keys(body).length > 0, 'says nothing to be changed')),
  permission: 'settings',
  target: 'cluster',
  audit: ['cluster.protected', 'cluster.read-only'],
  replies: { 200: clusterSchema },
})

export const listComponents = endpoint({
  method: 'GET',
  path: '/components',
  summary: 'The tracked components with their last observation, worst first',
  query: componentFilterSchema,
  permission: 'read',
  audit: 'none',
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
  permission: 'read',
  target: 'component',
  audit: 'none',
  replies: { 200: componentSchema },
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
  permission: 'read',
  audit: 'none',
  replies: { 200: listOf(lagTrailSchema) },
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
  permission: 'read',
  audit: 'none',
  replies: { 200: serverEventsSchema },
})

export const watchComponents = endpoint({
  method: 'PUT',
  path: '/events/{stream}/watch',
  summary: 'Which rows a stream shows: they are read first, within the same budget',
  params: z.object({ stream: streamNameSchema }),
  body: z.strictObject({ components: z.array(z.string()).check(z.maxLength(mostWatched)) }),
  permission: 'read',
  audit: 'none',
  replies: { 204: z.null() },
})
