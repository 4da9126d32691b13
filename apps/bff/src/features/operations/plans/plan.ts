import type { CmCall } from '@wheelhouse/cm-client'
import type { Step } from '@wheelhouse/contract'
import type { Reading } from '../../observations/reading.ts'

/** What was last seen of a component when an operation on it was asked for. */
export type Before = Pick<Reading, 'status' | 'active' | 'checkpointSeconds'> | null

/** One write: the very value that is shown as curl is sent. */
export interface PlannedStep {
  name: Step['name']
  call: CmCall
}

/** A kind of operation as data: its steps, and how its effect is recognised. */
export interface Plan {
  stepsFor: (name: string) => readonly PlannedStep[]
  /** Whether a reading that was asked for after the last step shows what was wanted. */
  showsIn: (reading: Reading, before: Before) => boolean
}
