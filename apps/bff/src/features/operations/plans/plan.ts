import type { CmCall } from '@wheelhouse/cm-client'
import type { Step } from '@wheelhouse/contract'
import type { Reading } from '../../observations/reading.ts'

/** What was freshly seen of a component when an operation on it was asked for; null where nothing was. */
export type Before = Pick<Reading, 'status' | 'active' | 'checkpointSeconds'> | null

/** One write: the very value that is shown as curl is sent. */
export interface PlannedStep {
  name: Step['name']
  call: CmCall
}

/** A kind of operation as data: its steps, and how its effect is recognised. */
export interface Plan {
  stepsFor: (name: string) => readonly PlannedStep[]
  /**
   * Whether a reading that was asked for after the last step shows what was wanted. Where CM did not
   * accept (`uncertain`), it must show that somebody did it, not only that it is so.
   */
  showsIn: (reading: Reading, before: Before, outcome: 'accepted' | 'uncertain') => boolean
}
