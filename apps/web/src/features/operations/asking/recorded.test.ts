import type { RecordedCheckpoint } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs } from '../../../test/component.ts'
import { chinese, english } from '../../../test/spoken.ts'
import { distanceWords, firstShown, whyWords } from './recorded.ts'

const at = atMs / 1000
const hour: RecordedCheckpoint = {
  checkpoint: at - 3600,
  at: ago(3590),
  why: 'hour',
  operation: null,
  verdict: null,
}
const before: RecordedCheckpoint = {
  ...hour,
  why: 'before-operation',
  operation: { id: 'o1', kind: 'stop' },
}

test('a recorded checkpoint says why it is offered', () => {
  expect(whyWords(english, before, atMs)).toMatch(/^before: Stop, /u)
  expect(whyWords(chinese, before, atMs)).toContain('停止')
  expect(whyWords(english, { ...hour, why: 'verdict', verdict: 'stalled' }, atMs)).toMatch(
    /^when it became “stalled”, /u,
  )
  expect(whyWords(english, hour, atMs)).toMatch(/^full hour, /u)
})

test('its distance is counted from where the component stands, and from now where nobody knows', () => {
  const of = (currentSeconds: number | null) =>
    distanceWords(english, at - 3600, { currentSeconds, nowMs: atMs })

  expect(of(at - 60)).toBe('59 min back')
  expect(of(at - 3600)).toBe('where it stands now')
  expect(of(at - 7200)).toBe('1 h ahead of where it stands')
  expect(of(null)).toBe('1 h before now')
})

test('a long record shows its newest and what was done to it; the hours wait until they are asked for', () => {
  const items = [...Array.from({ length: 20 }, () => hour), before]

  expect(firstShown(items)).toHaveLength(9)
  expect(firstShown(items).at(-1)).toBe(before)
  expect(firstShown([hour])).toEqual([hour])
})
