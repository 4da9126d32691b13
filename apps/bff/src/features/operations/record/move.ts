import type { Step, StepState } from '@wheelhouse/contract'

/** What happens to a step, by the machine or by a person's decision. */
export interface Move {
  from: StepState
  to: StepState
  reply?: Step['reply']
  /** Of a migration: the name that the component has from now on. */
  newName?: string
  /** The call as it is sent: what was planned, with the new name in it. */
  request?: Step['request']
  /** Who decided it, and why; the machine's own moves have none. */
  decision?: {
    as: 'happened' | 'skipped' | 'again'
    by: string
    /** The principal under whose grants the operation goes on from here. */
    authority: string
    reason: string | null
  }
}
