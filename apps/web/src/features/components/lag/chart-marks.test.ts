import type { HistoryMark } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs } from '../../../test/component.ts'
import { chinese, english } from '../../../test/spoken.ts'
import { markTone, markWords, placeMarks } from './chart-marks.ts'

const at = atMs / 1000
const bounds = { fromSeconds: at - 100, untilSeconds: at }
const stop: HistoryMark = {
  type: 'operation',
  at: ago(50),
  id: 'o1',
  kind: 'stop',
  state: 'failed',
  actor: 'alice',
}
const renamed: HistoryMark = { type: 'renamed', at: ago(48), from: 'old', to: 'new' }

test('a mark stands where it happened, and what lies outside is not drawn', () => {
  const marks = placeMarks([{ ...stop, at: ago(200) }, stop], bounds, 0.1)

  expect(marks).toEqual([{ share: 0.5, marks: [stop] }])
})

test('marks that would cover one another stand together', () => {
  expect(placeMarks([stop, renamed], bounds, 0.1)).toEqual([{ share: 0.5, marks: [stop, renamed] }])
  expect(placeMarks([stop, renamed], bounds, 0.01)).toHaveLength(2)
})

test('a mark says when, what, by whom, and what came of it', () => {
  expect(markWords(english, stop, atMs)).toMatch(/ · Stop · alice · failed$/u)
  expect(markWords(chinese, stop, atMs)).toMatch(/ · 停止 · alice · 失败$/u)
  expect(markWords(english, renamed, atMs)).toContain('renamed from old to new')
  expect(markTone(stop)).toBe('red')
  expect(markTone(renamed)).toBe('slate')
})
