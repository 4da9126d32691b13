import { createHash } from 'node:crypto'
import {
  whyNot,
  type Cluster,
  type Component,
  type OperationRequest,
  type Plan as PlanView,
} from '@wheelhouse/contract'
import { invalidInput, Problem } from '../../http/problem.ts'
import { planOf } from './plans/index.ts'
import type { PlanContext, Planned } from './plans/plan.ts'
import { effectOf, requestOf } from './record/stored-operation.ts'

interface Options {
  componentOf: (id: string) => Component
  clusterOf: (id: string) => Cluster
  /** Where the components of a cluster and their addresses may lead. */
  boundsOf: (cluster: string) => PlanContext['bounds']
  /** What is known of a component's configuration and subtopics. */
  knownOf: (id: string) => Promise<Pick<PlanContext, 'config' | 'subtopics'>>
  isKnownHost: (cluster: string, host: string) => boolean
  clock: () => number
}

/** A request that can be carried out now, and how. */
export interface Possible {
  component: Component
  planned: Planned
  expect: Record<string, string>
}

/** What can't be taken back, or writes twice, is done for a reason. */
const needsReason = ({ kind, input }: OperationRequest): boolean =>
  kind === 'delete' || kind === 'rewind' || (kind === 'migrate' && input.force === true)

/** Throws `INVALID_INPUT` where a reason is wanted and none is given. */
export function demandReason(request: OperationRequest) {
  if (needsReason(request) && (request.reason ?? '').trim() === '')
    throw invalidInput('body.reason', 'missing', `say why: ${request.kind} needs a reason`)
}

/** Says what a request would come to, and why it can't be done now. */
export class Planner {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Throws `NOT_POSSIBLE_NOW` with the reason, or `INVALID_INPUT` with the field. */
  async plan(request: OperationRequest): Promise<Possible> {
    const { componentOf, clusterOf, boundsOf, knownOf, isKnownHost, clock } = this.#options
    const component = componentOf(request.component)
    const cluster = clusterOf(component.cluster)
    const reason = whyNot(request.kind, component, cluster)
    if (reason)
      throw new Problem(
        'NOT_POSSIBLE_NOW',
        `${request.kind} is not possible: ${reason}; nothing was sent`,
        { reason },
      )
    const known = await knownOf(component.id)
    const planned = planOf(request.kind, {
      component,
      cluster,
      bounds: boundsOf(cluster.id),
      ...known,
      input: request.input,
      isKnownHost: (host) => isKnownHost(cluster.id, host),
      nowMs: clock(),
    })
    return {
      component,
      planned: withReachability(planned, cluster),
      expect: factsOf(component, planned),
    }
  }

  /** Throws `PLAN_CHANGED` with what is no longer as expected. */
  check(request: OperationRequest, { expect }: Possible) {
    const changed = Object.entries(request.expect ?? {}).flatMap(([fact, expected]) => {
      if (!Object.hasOwn(expect, fact))
        throw invalidInput(`body.expect.${fact}`, 'unknown-fact', `a plan rests on no ${fact}`)
      const now = expect[fact] ?? ''
      return now === expected ? [] : [{ fact, expected, now }]
    })
    if (changed.length > 0)
      throw new Problem(
        'PLAN_CHANGED',
        `no longer as expected: ${changed.map((it) => `${it.fact} is ${it.now}, not ${it.expected}`).join('; ')}; nothing was sent`,
        { changed },
      )
  }
}

/** As the API shows a plan. */
export function planView(kind: OperationRequest['kind'], { planned, expect }: Possible): PlanView {
  const { steps, preconditions, warnings, changes } = planned
  return {
    kind,
    steps: steps.map(({ name, call }) => ({
      name,
      effect: effectOf(name),
      request: requestOf(call),
    })),
    preconditions: [...preconditions],
    warnings: [...warnings],
    changes: [...changes],
    expect,
  }
}

const withReachability = (planned: Planned, { reachability }: Cluster): Planned => ({
  ...planned,
  preconditions: [
    { name: 'cm-reachable', holds: reachability === 'reachable' ? 'yes' : 'unknown' },
    ...planned.preconditions,
  ],
})

/** What a plan rests on. Lag and checkpoint move by themselves and are left out. */
function factsOf(component: Component, { steps, changes }: Planned): Record<string, string> {
  const { name, host, status, active, lastCommand } = component
  return {
    name,
    host: host ?? 'unknown',
    status: status ?? 'unknown',
    active: String(active ?? 'unknown'),
    lastCommand: lastCommand?.operation ?? 'none',
    ...(changes.length > 0 && { config: hashOf(changes.map(({ key, before }) => [key, before])) }),
    steps: hashOf(steps),
  }
}

const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
