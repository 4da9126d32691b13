import type { Cluster } from './cluster.ts'
import type { Component } from './component.ts'
import { isObservable } from './kind.ts'
import { operationsOf, type OperationKind } from './operation.ts'

/** Why an operation is not possible now. The web says each in words of the domain. */
export const refusals = [
  'not-for-this-kind',
  'not-allowed',
  'operation-open',
  'cluster-read-only',
  'cluster-unreachable',
  'already-running',
  'already-stopped',
  'awaiting-effect',
  'twin-running',
  'still-running',
  'rewind-not-allowed',
] as const
export type Refusal = (typeof refusals)[number]

type Target = Pick<
  Component,
  | 'kind'
  | 'operation'
  | 'verdict'
  | 'status'
  | 'active'
  | 'lastCommand'
  | 'askedAt'
  | 'failure'
  | 'twin'
>
type Home = Pick<Cluster, 'readOnly' | 'reachability' | 'writerRewind'>
type Rule = (component: Target, cluster: Home) => Refusal | undefined

/** What forbids one kind of operation, beside what forbids all of them. */
const rules: Record<OperationKind, Rule> = {
  // Nothing public says that starting a running writer is harmless (`cm-api.md` §9.3).
  start: ({ status, active, twin }) => {
    if (status === 'running' && active === true) return 'already-running'
    return twin ? 'twin-running' : undefined
  },
  stop: ({ verdict, status, active }) =>
    verdict === 'stopped' || (active === false && status !== null && status !== 'running')
      ? 'already-stopped'
      : undefined,
  configure: () => undefined,
  rewind: ({ kind }, { writerRewind }) =>
    kind === 'writer' && !writerRewind ? 'rewind-not-allowed' : undefined,
  migrate: () => undefined,
  // What is deleted by mistake is gone; nothing but a reading that says "not active" lets it through.
  delete: ({ active }) => (active === false ? undefined : 'still-running'),
  recheck: () => undefined,
}

/** `undefined` when it can be done; otherwise the first reason why not. Applied by the BFF and the web alike. */
export function whyNot(kind: OperationKind, component: Target, cluster: Home): Refusal | undefined {
  if (!operationsOf[component.kind].includes(kind)) return 'not-for-this-kind'
  if (component.operation) return 'operation-open'
  if (cluster.readOnly) return 'cluster-read-only'
  if (cluster.reachability === 'unreachable') return 'cluster-unreachable'
  return isAwaited(kind, component) ? 'awaiting-effect' : rules[kind](component, cluster)
}

/** CM has accepted this very command, and no reading asked for since then tells whether it is done. */
function isAwaited(
  kind: OperationKind,
  { kind: componentKind, lastCommand, askedAt, failure }: Target,
): boolean {
  if (!isObservable(componentKind)) return false
  if (lastCommand?.kind !== kind || failure || askedAt === null) return false
  return Date.parse(askedAt) <= Date.parse(lastCommand.at)
}
