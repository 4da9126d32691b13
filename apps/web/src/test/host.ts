import type { Host } from '@wheelhouse/contract'
import { ago } from './component.ts'

/** A host at work, with whatever a test needs otherwise. */
export const hostWith = (facts: Partial<Host> = {}): Host => ({
  cluster: 'default',
  host: '10.0.0.11',
  components: 2,
  kinds: { writer: 2 },
  verdicts: { running: 2 },
  state: 'alive',
  lastSeenAt: ago(3),
  heapMegabytes: 4096,
  heapsKnown: 2,
  ...facts,
})
