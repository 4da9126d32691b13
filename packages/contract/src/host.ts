import * as z from 'zod/mini'
import type { Component } from './component.ts'
import { componentKindSchema } from './kind.ts'
import { verdictSchema } from './verdict.ts'

/** A machine that tracked components run on, and how they are. */
export const hostSchema = z.object({
  cluster: z.string(),
  host: z.string(),
  components: z.number(),
  /** How many of each; what there is none of is left out. */
  kinds: z.partialRecord(componentKindSchema, z.number()),
  verdicts: z.partialRecord(verdictSchema, z.number()),
  /** `alive`: a component was seen at work on it within a minute; `silent`: some should be, none was. */
  state: z.enum(['alive', 'silent', 'unknown']),
  /** The newest sample of any of its components. */
  lastSeenAt: z.nullable(z.string()),
  /** The sum of the `-Xmx` that are known, MB, and of how many components they are. */
  heapMegabytes: z.nullable(z.number()),
  heapsKnown: z.number(),
})
export type Host = z.output<typeof hostSchema>

export type HostFault = 'empty' | 'not-a-host' | 'same-host'

/** Why nothing can be migrated there: neither an address like `10.0.0.5` nor a host's name, or no other host. */
export function hostFault(host: string, current: string | null): HostFault | undefined {
  if (host === '') return 'empty'
  if (!/^[0-9A-Za-z][0-9A-Za-z_.-]{0,252}$/u.test(host)) return 'not-a-host'
  return host === current ? 'same-host' : undefined
}

/** So old may the component's own sample be: one of a host that is down stands still. */
const freshForMs = 60_000

/** Whether a component was seen at work on its host a moment ago: then the host is not down (DECISIONS 29). */
export const isAlive = (
  { active, sampledAt }: Pick<Component, 'active' | 'sampledAt'>,
  nowMs: number,
): boolean => active === true && sampledAt !== null && nowMs - Date.parse(sampledAt) < freshForMs
