import { expect, test } from 'vitest'
import { unpackPositions } from './positions.ts'
import type { Reading } from './reading.ts'
import { ObservationStore } from './store.ts'

const start = Date.parse('2026-01-01T12:00:00Z')

const readAt = (observedAtMs: number, checkpointSeconds: number): Reading => ({
  askedAtMs: observedAtMs - 10,
  observedAtMs,
  status: 'running',
  active: true,
  checkpointSeconds,
  sampledAtSeconds: null,
  host: null,
  topic: null,
  subtopic: null,
  raw: '',
})

test('a checkpoint stands still since it was first seen there', () => {
  const store = new ObservationStore()
  for (const second of [0, 10, 20]) store.record('c', readAt(start + second * 1000, 700))
  expect(store.get('c').checkpointSinceMs).toBe(start)

  store.record('c', readAt(start + 30_000, 701))
  expect(store.get('c').checkpointSinceMs).toBe(start + 30_000)
})

test('after the clock was set back it stands still since then, and nothing later is kept', () => {
  const store = new ObservationStore()
  const back = start - 3_600_000
  for (const second of [0, 30, 60]) store.record('c', readAt(start + second * 1000, 700))
  for (const second of [0, 30, 60]) store.record('c', readAt(back + second * 1000, 700))

  expect(store.get('c').checkpointSinceMs).toBe(back)
  const positions = unpackPositions(store.get('c').recent)
  expect(positions.map(({ observedAtMs }) => observedAtMs - back)).toEqual([0, 30_000, 60_000])
})
