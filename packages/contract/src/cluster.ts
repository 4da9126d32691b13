import * as z from 'zod/mini'
import { readFailureSchema } from './component.ts'
import { protectionLevelSchema } from './protection.ts'

/** One upstream Cluster Manager. Its address is the BFF's alone and is never told. */
export const clusterSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Nothing that changes it is sent to this CM. */
  readOnly: z.boolean(),
  /** Who says so: the configuration, a setting of this cluster, or the switch for the whole product; null where nobody does. */
  readOnlyBy: z.nullable(z.enum(['configuration', 'setting', 'product'])),
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
  /** Which of CM's dialects it is spoken to in. */
  dialects: z.array(z.enum(['classic'])),
  /** What its components may lag, unless they have a level of their own. */
  protection: protectionLevelSchema,
  /** How long its answers take of late, milliseconds; null until one came. */
  latencyMs: z.nullable(z.number()),
  /** `open`: CM is only probed; `probing`: a probe is out. */
  breaker: z.enum(['closed', 'open', 'probing']),
  /** The budget of reads. */
  callsPerSecond: z.number(),
  /** So many reads may be out at once just now; fewer while CM answers slowly. */
  inFlight: z.number(),
  /** So many at most. */
  mostInFlight: z.number(),
  /** How long a round over all components takes now, seconds; null where nothing can be read. */
  roundSeconds: z.nullable(z.number()),
  /** Components whose reads hang: they are read by themselves, so that they hold up no others. */
  quarantined: z.number(),
  /** By how much CM's clock (its `Date`) is ahead of ours; null until an answer told. */
  clock: z.nullable(z.object({ aheadSeconds: z.number(), uncertainSeconds: z.number() })),
})
export type Cluster = z.output<typeof clusterSchema>
