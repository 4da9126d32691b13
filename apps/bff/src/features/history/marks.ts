import type { HistoryMark } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import type { FormerNaming } from '../components/former-names.ts'
import type { BriefOperation } from './operations-of.ts'

interface Named {
  name: string
  /** The newest first. */
  formerNames: readonly FormerNaming[]
}

/** What happened to a component from one moment until another, the oldest first. */
export function marksOf(
  operations: readonly BriefOperation[],
  { name, formerNames }: Named,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): HistoryMark[] {
  const done = operations.map(({ id, kind, state, actor, createdAtMs }): HistoryMark => {
    return { type: 'operation', at: iso(createdAtMs), id, kind, state, actor }
  })
  const renamed = formerNames.flatMap(({ name: from, untilMs }, position): HistoryMark[] => {
    const to = formerNames[position - 1]?.name ?? name
    return untilMs >= fromMs && untilMs < toMs
      ? [{ type: 'renamed', at: iso(untilMs), from, to }]
      : []
  })
  return [...done, ...renamed].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
