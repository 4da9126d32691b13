import type { CmCall } from '@wheelhouse/cm-client'
import type {
  Change,
  Cluster,
  Component,
  OperationRequest,
  PlanWarning,
  Precondition,
  StepName,
} from '@wheelhouse/contract'

/** One write, or a check that asks until something shows: the very value that is shown as curl is sent. */
export interface PlannedStep {
  name: StepName
  call: CmCall
}

/** What a plan is made from. */
export interface PlanContext<Kind extends OperationRequest['kind'] = OperationRequest['kind']> {
  component: Component
  cluster: Cluster
  /** The hosts that its configuration names: the only ones to migrate to, and those that addresses may name. */
  bounds: { hosts: readonly string[]; addressHosts: readonly string[] }
  input: Extract<OperationRequest, { kind: Kind }>['input']
  /** What is known of its configuration, by the names under which keys are sent; null for secrets. */
  config: ReadonlyMap<string, string | null>
  /** Of a connector: the subtopics that we know of. */
  subtopics: readonly string[]
  /** Whether something of ours was seen on a host of this cluster. */
  isKnownHost: (host: string) => boolean
  nowMs: number
}

/** What would be done, before anything is. */
export interface Planned {
  steps: readonly PlannedStep[]
  changes: readonly Change[]
  preconditions: readonly Precondition[]
  warnings: readonly PlanWarning[]
  /** What the variables of its calls stand for, by name. */
  secrets: Readonly<Record<string, string>>
}

/** A kind of operation as data. Throws `INVALID_INPUT` naming the field. */
export type Plan<Kind extends OperationRequest['kind']> = (context: PlanContext<Kind>) => Planned

/** A plan of which only a part needs saying. */
export const planned = (parts: Partial<Planned> & Pick<Planned, 'steps'>): Planned => ({
  changes: [],
  preconditions: [],
  warnings: [],
  secrets: {},
  ...parts,
})
