import { parseName } from '@wheelhouse/contract'
import type { Component, FormerName } from '@wheelhouse/contract'

/** Under a name that it no longer has, it was last seen at work: a twin writes beside it. */
export const isSeenRunning = ({ until, seen }: FormerName): boolean =>
  until !== null && seen !== null && seen.active !== false && seen.status === 'running'

/**
 * The former name by which a search found it, as short as tells it apart; `undefined` where the search
 * is empty or finds it by what it is called now.
 */
export function formerlyFound(
  { name, host, topic, subtopic, project, note, formerNames }: Component,
  q: string | undefined,
): string | undefined {
  const wanted = (q ?? '').trim().toLowerCase()
  const holds = (words: string) => words.toLowerCase().includes(wanted)
  const isFoundNow = [name, host, topic, subtopic, project, note?.text].some(
    (words) => words && holds(words),
  )
  if (wanted === '' || isFoundNow) return undefined
  const former = formerNames.find(holds)
  if (former === undefined) return undefined
  const parts = parseName(former)
  return parts && parts.identity === parseName(name)?.identity
    ? `${parts.host}-${parts.agentPort} · ${parts.sequence}`
    : former
}
