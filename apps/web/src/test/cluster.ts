import type { Cluster } from '@wheelhouse/contract'
import { ago } from './component.ts'

/** A CM that answers, with whatever a test needs otherwise. */
export const clusterWith = (facts: Partial<Cluster> = {}): Cluster => ({
  id: 'default',
  name: 'default',
  readOnly: false,
  readOnlyBy: null,
  writerRewind: false,
  reachability: 'reachable',
  reachabilitySince: ago(3600),
  answeredAt: ago(1),
  failure: null,
  components: 1,
  dialects: ['classic'],
  protection: 'medium',
  latencyMs: 12,
  breaker: 'closed',
  callsPerSecond: 50,
  inFlight: 8,
  mostInFlight: 8,
  roundSeconds: 4,
  quarantined: 0,
  clock: { aheadSeconds: 0, uncertainSeconds: 1 },
  ...facts,
})
