import * as z from 'zod/mini'
import type { Component } from './component.ts'
import { componentKindSchema } from './kind.ts'
import { verdictRank, verdictSchema } from './verdict.ts'

/** What a list of components can be narrowed to. */
export const componentFilterSchema = z.strictObject({
  cluster: z.optional(z.string()),
  kind: z.optional(componentKindSchema),
  verdict: z.optional(verdictSchema),
  host: z.optional(z.string()),
  /** A substring of the name, a former name or the host, in any case of letters. */
  q: z.optional(z.string()),
})
export type ComponentFilter = z.output<typeof componentFilterSchema>

/** Whether a filter lets a component through. */
export function matches(component: Component, filter: ComponentFilter): boolean {
  const { cluster, kind, verdict, host, q = '' } = filter
  return (
    (cluster === undefined || component.cluster === cluster) &&
    (kind === undefined || component.kind === kind) &&
    (verdict === undefined || component.verdict === verdict) &&
    (host === undefined || component.host === host) &&
    [component.name, component.host ?? '', ...component.formerNames]
      .join('\n')
      .toLowerCase()
      .includes(q.trim().toLowerCase())
  )
}

/** The order of every list: the worst verdict first, of the same the most behind, then by name. */
export function byWorst(one: Component, other: Component): number {
  return (
    verdictRank(one.verdict) - verdictRank(other.verdict) ||
    (other.lagSeconds ?? -Infinity) - (one.lagSeconds ?? -Infinity) ||
    compare(one.name, other.name)
  )
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
