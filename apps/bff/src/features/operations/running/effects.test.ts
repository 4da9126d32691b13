import type { Step } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import type { Reading } from '../../observations/reading.ts'
import { isBeyondReading, showsEffect } from './effects.ts'
import type { StoredStep } from '../record/stored-operation.ts'

const step = (name: Step['name'], state: Step['state'] = 'succeeded'): StoredStep => ({
  name,
  effect: name === 'see-stopped' ? 'read' : 'write',
  state,
  request: { method: 'POST', path: '', curl: '' },
  call: { method: 'POST', effect: 'write', path: '' },
  reply: null,
  startedAt: null,
  finishedAt: null,
  attempt: 1,
  earlier: [],
  decision: null,
})
const reading = (over: Partial<Reading> = {}): Reading => ({
  askedAtMs: 0,
  observedAtMs: 0,
  status: 'running',
  active: true,
  checkpointSeconds: 100_000,
  sampledAtSeconds: 100_000,
  host: null,
  topic: null,
  subtopic: null,
  raw: '',
  ...over,
})
const workers = (value: string) =>
  reading({ raw: JSON.stringify({ replicator: { cfg: `[JDBCWriter]\nworker_num=${value}\n` } }) })
const before = { status: 'running', active: true, checkpointSeconds: 100_000 }
const change = (key: string, after: string) => ({ key, before: '16', after, secret: false })

const configured = {
  before,
  changes: [change('JDBCWriter.worker_num', '32')],
  steps: [step('stop'), step('see-stopped'), step('update'), step('start')],
}
const rewound = {
  before,
  changes: [change('JDBCWriter.timestamp', '92800')],
  steps: [step('stop'), step('see-stopped'), step('move-checkpoint'), step('start-there')],
}

test('a configuration is only verified where what runs again has the new values', () => {
  const shows = showsEffect(configured, 3, 'accepted')

  expect(shows(workers('32'))).toBe(true)
  expect(shows(workers('16'))).toBe(false)
})

test('a rewind is only verified where the position was seen near where it was sent', () => {
  expect(showsEffect(rewound, 3, 'accepted')(reading({ checkpointSeconds: 92_900 }))).toBe(true)
  // Back, but where it would be after any restart.
  expect(showsEffect(rewound, 3, 'accepted')(reading({ checkpointSeconds: 99_940 }))).toBe(false)
})

test('a rewound writer that catches up fast was near once, and that is enough', () => {
  const shows = showsEffect(rewound, 3, 'accepted')

  expect(shows(reading({ checkpointSeconds: 92_850 }))).toBe(true)
  expect(shows(reading({ checkpointSeconds: 99_000 }))).toBe(true)
  expect(shows(reading({ checkpointSeconds: 100_500 }))).toBe(false)
})

test('a step that was left out, and values that are never told, are beyond what readings show', () => {
  const hidden = { ...change('JDBCWriter.sync_password', ''), after: null, secret: true }

  expect(isBeyondReading(configured)).toBe(false)
  expect(isBeyondReading({ ...configured, changes: [hidden] })).toBe(true)
  expect(isBeyondReading({ ...configured, steps: [step('update', 'skipped')] })).toBe(true)
})
