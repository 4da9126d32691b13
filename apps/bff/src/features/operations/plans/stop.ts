import { writerCalls } from '@wheelhouse/cm-client'
import type { Plan } from './plan.ts'

/** Vendor page, 停止 Writer. */
export const stop: Plan = {
  stepsFor: (name) => [{ name: 'stop-writer', call: writerCalls.stop(name) }],
  // A writer that is inactive under an unchanged word may have crashed: only where CM accepted our stop
  // of an active one does inactivity alone prove it.
  showsIn: ({ status, active }, before, outcome) =>
    active === false &&
    ((status !== null && before !== null && status !== before.status) ||
      (outcome === 'accepted' && before?.active === true)),
}
