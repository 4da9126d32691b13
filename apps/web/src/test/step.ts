import type { Step } from '@wheelhouse/contract'
import { ago } from './component.ts'

/** A stop that CM accepted, with whatever a test needs otherwise. */
export const stepWith = (facts: Partial<Step> = {}): Step => ({
  name: 'stop',
  effect: 'write',
  state: 'succeeded',
  request: { method: 'POST', path: '/applier/stop', curl: 'curl' },
  reply: { status: 200, body: '{"isSuccess":true}', failure: null },
  startedAt: ago(10),
  finishedAt: ago(9),
  attempt: 1,
  earlier: [],
  decision: null,
  ...facts,
})
