import { writerCalls } from '@wheelhouse/cm-client'
import type { Plan } from './plan.ts'

/** Vendor page, 停止 Writer. */
export const stop: Plan = {
  stepsFor: (name) => [{ name: 'stop-writer', call: writerCalls.stop(name) }],
  // Of a writer that was inactive before, inactivity proves nothing: there the word must have changed.
  showsIn: ({ status, active }, before) =>
    active === false && (before?.active === true || (status !== null && status !== before?.status)),
}
