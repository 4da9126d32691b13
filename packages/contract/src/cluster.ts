import * as z from 'zod/mini'
import { readFailureSchema } from './component.ts'

/** One upstream Cluster Manager. Its address is the BFF's alone and is never told. */
export const clusterSchema = z.object({
  id: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  /** Whether a writer's position may be moved: documented as a parameter only, so off unless configured. */
  writerRewind: z.boolean(),
  /** `unknown` until the first read has been answered or has failed. */
  reachability: z.enum(['reachable', 'unreachable', 'unknown']),
  /** Since when the reachability is what it is. */
  reachabilitySince: z.string(),
  /** When CM last answered a read at all. */
  answeredAt: z.nullable(z.string()),
  /** Why it does not answer, while it does not. */
  failure: z.nullable(readFailureSchema),
  /** How many components are tracked in it. */
  components: z.number(),
})
export type Cluster = z.output<typeof clusterSchema>
