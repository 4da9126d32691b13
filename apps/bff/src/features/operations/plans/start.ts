import { writerCalls } from '@wheelhouse/cm-client'
import type { Plan } from './plan.ts'

/** Vendor page, 启动 Writer. */
export const start: Plan = {
  stepsFor: (name) => [{ name: 'start-writer', call: writerCalls.start(name) }],
  showsIn: ({ status, active }, before, outcome) =>
    active === true &&
    (status === null || status === 'running') &&
    (outcome === 'accepted' || before?.active === false),
}
