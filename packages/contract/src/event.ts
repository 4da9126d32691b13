import * as z from 'zod/mini'
import { clusterSchema } from './cluster.ts'
import { componentSchema, readingSchema } from './component.ts'
import { operationSchema } from './operation.ts'

/** Something is said at least this often, so that a quiet estate and a dead line can be told apart. */
export const heartbeatSeconds = 5

/**
 * What the stream tells. Whatever it tells is whole: the client replaces and never patches. `at` is the
 * BFF's clock, from which ages are counted.
 */
export const serverEventSchema = z.discriminatedUnion('type', [
  /** Everything: first on a connection, and where what came before can't be told one by one any more. */
  z.object({
    type: z.literal('snapshot'),
    at: z.string(),
    revision: z.string(),
    components: z.array(componentSchema),
    clusters: z.array(clusterSchema),
  }),
  z.object({ type: z.literal('component.changed'), at: z.string(), component: componentSchema }),
  /** It was read, and of its row nothing changed but what every reading moves. */
  z.object({ type: z.literal('component.observed'), id: z.string(), reading: readingSchema }),
  z.object({ type: z.literal('component.untracked'), at: z.string(), id: z.string() }),
  z.object({ type: z.literal('cluster.changed'), at: z.string(), cluster: clusterSchema }),
  z.object({ type: z.literal('operation.changed'), at: z.string(), operation: operationSchema }),
  /** Nothing changed, and the stream lives. */
  z.object({ type: z.literal('heartbeat'), at: z.string() }),
])
export type ServerEvent = z.output<typeof serverEventSchema>

/**
 * One message of the stream: what happened together. Its SSE `id` is the revision of the estate after it;
 * whoever asks again with that id (`Last-Event-ID`, or `?since=`) hears what came later, where that is
 * still known, and else a snapshot.
 */
export const serverEventsSchema = z.array(serverEventSchema)

/** A stream's own name, chosen by whoever opens it. */
export const streamNameSchema = z.string().check(z.regex(/^[\w-]{8,64}$/u))

/** So many rows can be watched by one stream. */
export const mostWatched = 100
