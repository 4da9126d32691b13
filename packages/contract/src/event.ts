import * as z from 'zod/mini'
import { clusterSchema } from './cluster.ts'
import { componentSchema } from './component.ts'
import { operationSchema } from './operation.ts'

/** Something is said at least this often, so that a quiet estate and a dead line can be told apart. */
export const heartbeatSeconds = 5

/**
 * What the stream tells. A snapshot comes first on every connection, then changes that carry whole
 * rows: the client replaces and never patches. `at` is the BFF's clock, from which ages are counted.
 */
export const serverEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    at: z.string(),
    components: z.array(componentSchema),
    clusters: z.array(clusterSchema),
  }),
  z.object({ type: z.literal('component.changed'), at: z.string(), component: componentSchema }),
  z.object({ type: z.literal('component.untracked'), at: z.string(), id: z.string() }),
  z.object({ type: z.literal('cluster.changed'), at: z.string(), cluster: clusterSchema }),
  z.object({ type: z.literal('operation.changed'), at: z.string(), operation: operationSchema }),
  /** Nothing changed, and the stream lives. */
  z.object({ type: z.literal('heartbeat'), at: z.string() }),
])
export type ServerEvent = z.output<typeof serverEventSchema>
