import * as z from 'zod/mini'
import type { Component } from './component.ts'
import { componentKindSchema } from './kind.ts'
import { verdictRank, verdictSchema } from './verdict.ts'

/** One word or several between commas, any of which may hold. */
const anyOf = (word: z.ZodMiniType = z.string().check(z.minLength(1))) =>
  z.optional(
    z
      .string()
      .check(z.refine((list) => list.split(',').every((one) => word.safeParse(one).success))),
  )

/** What a list of components can be narrowed to. */
export const componentFilterSchema = z.strictObject({
  cluster: anyOf(),
  kind: anyOf(componentKindSchema),
  verdict: anyOf(verdictSchema),
  host: anyOf(),
  project: anyOf(),
  /**
   * A substring of the name, a former name, the host, the topic, the subtopic, the project or the note, in
   * any case of letters.
   */
  q: z.optional(z.string()),
})
export type ComponentFilter = z.output<typeof componentFilterSchema>

/** Whether a filter lets a component through. */
export function matches(component: Component, filter: ComponentFilter): boolean {
  return (
    isOneOf(component.cluster, filter.cluster) &&
    isOneOf(component.kind, filter.kind) &&
    isOneOf(component.verdict, filter.verdict) &&
    isOneOf(component.host, filter.host) &&
    isOneOf(component.project, filter.project) &&
    isFound(component, filter.q?.trim().toLowerCase())
  )
}

const isOneOf = (value: string | null, list: string | undefined): boolean =>
  list === undefined || list === value || (value !== null && list.split(',').includes(value))

function isFound(component: Component, q: string | undefined): boolean {
  if (q === undefined || q === '') return true
  const { name, host, topic, subtopic, project, note, formerNames } = component
  return [name, host, topic, subtopic, project, note?.text, ...formerNames].some((text) =>
    text?.toLowerCase().includes(q),
  )
}

/** What a component's place in a list follows from. */
type Rank = Pick<Component, 'verdict' | 'lagSeconds' | 'name'>

/** The order of every list: the worst verdict first, of the same the most behind, then by name. */
export function byWorst(one: Rank, other: Rank): number {
  return (
    verdictRank(one.verdict) - verdictRank(other.verdict) ||
    (other.lagSeconds ?? -Infinity) - (one.lagSeconds ?? -Infinity) ||
    compare(one.name, other.name)
  )
}

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
