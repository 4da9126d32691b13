import type { Operation } from '@wheelhouse/contract'
import { ago } from './component.ts'

/** A stop under way, with whatever a test needs otherwise. */
export const operationWith = (facts: Partial<Operation> = {}): Operation => ({
  id: 'o1',
  kind: 'stop',
  component: { id: 'c1', cluster: 'default', kind: 'writer', name: 'c1' },
  input: {},
  changes: [],
  state: 'running',
  verification: 'pending',
  steps: [],
  newName: null,
  actor: 'local',
  reason: null,
  abandonedBecause: null,
  createdAt: ago(0),
  finishedAt: null,
  ...facts,
})
