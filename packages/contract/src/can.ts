import type { Cluster } from './cluster.ts'
import type { Component } from './component.ts'
import type { OperationKind } from './operation.ts'

/** Why an operation is not possible now. The web says each in words of the domain. */
export const refusals = [
  'operation-open',
  'cluster-read-only',
  'cluster-unreachable',
  'already-running',
  'already-stopped',
  'awaiting-effect',
] as const
export type Refusal = (typeof refusals)[number]

type Target = Pick<
  Component,
  'operation' | 'verdict' | 'status' | 'active' | 'lastCommand' | 'askedAt' | 'failure'
>
type Home = Pick<Cluster, 'readOnly' | 'reachability'>
type Rule = (component: Target) => Refusal | undefined

/** What forbids one kind of operation, beside what forbids all of them. */
const rules: Record<OperationKind, Rule> = {
  // Nothing public says that starting a running writer is harmless (`cm-api.md` §9.3).
  start: ({ status, active }) =>
    status === 'running' && active === true ? 'already-running' : undefined,
  stop: ({ verdict, status, active }) =>
    verdict === 'stopped' || (active === false && status !== null && status !== 'running')
      ? 'already-stopped'
      : undefined,
}

/** `undefined` when it can be done; otherwise the first reason why not. Applied by the BFF and the web alike. */
export function whyNot(kind: OperationKind, component: Target, cluster: Home): Refusal | undefined {
  if (component.operation) return 'operation-open'
  if (cluster.readOnly) return 'cluster-read-only'
  if (cluster.reachability === 'unreachable') return 'cluster-unreachable'
  return isAwaited(kind, component) ? 'awaiting-effect' : rules[kind](component)
}

/** CM has accepted this very command, and no reading asked for since then tells whether it is done. */
function isAwaited(kind: OperationKind, { lastCommand, askedAt, failure }: Target): boolean {
  if (lastCommand?.kind !== kind || failure || askedAt === null) return false
  return Date.parse(askedAt) <= Date.parse(lastCommand.at)
}
