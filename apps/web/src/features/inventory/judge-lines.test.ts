import { longestNote } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import type { InventoryCells } from './inventory-columns.ts'
import { judgeLines, rowKey } from './judge-lines.ts'
import { refusedRows } from './refused-rows.ts'

const against = {
  clusters: [
    { id: 'hz', name: 'Hangzhou' },
    { id: 'sh', name: 'Shanghai' },
  ],
  cluster: 'hz',
  kind: 'writer',
  tracked: new Set([rowKey({ cluster: 'sh', kind: 'checker', name: '7' })]),
} as const

const judged = (...cells: InventoryCells[]) =>
  judgeLines(
    cells.map((one, n) => ({ line: n + 2, cells: one })),
    against,
  )
const faults = (...cells: InventoryCells[]) => judged(...cells).map(({ fault }) => fault)

test('a line takes what the file says, else what was chosen for all', () => {
  const [plain, said] = judged(
    { name: 'w1' },
    { cluster: 'Shanghai', kind: ' Connector', name: 'c1', note: 'mind', protection: 'HIGH' },
  )

  expect(plain?.row).toEqual({ cluster: 'hz', kind: 'writer', name: 'w1' })
  expect(said?.row).toEqual({
    cluster: 'sh',
    kind: 'connector',
    name: 'c1',
    note: 'mind',
    protection: 'high',
  })
})

test('each line that can’t be taken says why', () => {
  expect(
    faults(
      { cluster: 'bj', name: 'w1' },
      { kind: 'store', name: 'w1' },
      { name: '' },
      { name: 'a b' },
      { kind: 'checker', name: 'w1' },
      { name: 'w1', protection: 'extreme' },
      { name: 'w1', note: 'x'.repeat(longestNote + 1) },
    ),
  ).toEqual([
    'unknown-cluster',
    'unknown-kind',
    'empty',
    'whitespace',
    'not-a-task-id',
    'unknown-protection',
    'note-too-long',
  ])
})

test('the note of a line is counted as the server counts it, and none where nothing can be seen', () => {
  expect(faults({ name: 'w1', note: '😀'.repeat(longestNote) })).toEqual([undefined])
  expect(faults({ name: 'w1', note: '\u200B' })).toEqual([undefined])
})

test('what is there already, in the file or here, is known by its cluster, kind and name', () => {
  expect(
    faults(
      { name: 'w1' },
      { cluster: 'Hangzhou', name: 'w1' },
      { cluster: 'sh', name: 'w1' },
      { cluster: 'sh', kind: 'checker', name: '7' },
      { cluster: 'hz', kind: 'checker', name: '7' },
    ),
  ).toEqual([undefined, 'repeated', undefined, 'tracked', undefined])
})

test('ten thousand lines are judged at once', () => {
  const lines = judged(...Array.from({ length: 10_000 }, (_, n) => ({ name: `w${n}` })))

  expect(lines.filter(({ row }) => row)).toHaveLength(10_000)
})

test('the refused ones are those that the server refused and those that were never sent', () => {
  const lines = judged({ name: 'w1' }, { name: 'a b' }, { name: 'w2' }, { name: 'w1' })

  const refused = refusedRows(lines, [
    { cluster: 'hz', kind: 'writer', name: 'w1', outcome: 'tracked', id: 'c1' },
    { cluster: 'hz', kind: 'writer', name: 'w2', outcome: 'refused', isForeign: true },
  ])

  expect(refused).toEqual([
    { line: 3, cells: { name: 'a b' }, fault: 'whitespace' },
    { line: 4, cells: { name: 'w2' }, fault: 'unknown-cluster' },
  ])
})
