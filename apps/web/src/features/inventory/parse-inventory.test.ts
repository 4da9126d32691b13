import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { parseInventory } from './parse-inventory.ts'
import { inventoryCsv } from './write-inventory.ts'

test('a table is read by the names of its columns, in whichever order they stand', async () => {
  const { columns, ignored, lines } = await parseInventory(
    '\u{FEFF}"Name";KIND;owner;cluster\r\n w1 ;writer;me;main\r\n\r\nw2;;;\r\n',
  )

  expect(columns).toEqual(['cluster', 'kind', 'name'])
  expect(ignored).toEqual(['owner'])
  expect(lines).toEqual([
    { line: 2, cells: { cluster: 'main', kind: 'writer', name: 'w1' } },
    { line: 4, cells: { cluster: '', kind: '', name: 'w2' } },
  ])
})

test('a plain list is a name a line, and a line of several cells says that its columns are not named', async () => {
  expect(await parseInventory('w1\n\n\u200B w2\nmain,writer,w3')).toEqual({
    columns: ['name'],
    ignored: [],
    lines: [
      { line: 1, cells: { name: 'w1' } },
      { line: 3, cells: { name: 'w2' } },
      { line: 4, cells: { name: 'main,writer,w3' }, fault: 'several-cells' },
    ],
  })
})

test('a line after a note of several lines is counted as the file counts it', async () => {
  const { lines } = await parseInventory('name,note\nw1,"one\ntwo"\nw2,"never closed')

  expect(lines.map(({ line, fault }) => [line, fault])).toEqual([
    [2, undefined],
    [4, 'broken-quotes'],
  ])
})

test('what is written is read as it was, formulas and all', async () => {
  const rows = ['plain', '=SUM(A1)', "'=already", '-dash', '@at', "'quoted", 'a "b", c\nd'].map(
    (note, n) => ({
      cluster: 'main',
      kind: 'writer' as const,
      name: `w${n}`,
      note,
      protection: 'low' as const,
    }),
  )

  const csv = await inventoryCsv(rows)
  const { lines } = await parseInventory(csv)

  expect(lines.map(({ cells }) => cells)).toEqual(rows)
  expect(csv).toMatch(/^\u{FEFF}cluster,kind,name,note,protection\r\n/u)
  expect(csv).not.toMatch(/(?:^|,)"?[=+@-]/mu)
})

test('rows that were refused are written with the reason, and read without it', async () => {
  const csv = await inventoryCsv([{ name: 'a b', reason: 'has a blank in it' }])
  const { lines, ignored } = await parseInventory(csv)

  expect(lines).toMatchObject([{ cells: { name: 'a b', cluster: '' } }])
  expect(ignored).toEqual(['reason'])
})

test('a file of a Chinese spreadsheet is read, and a workbook is not', () => {
  const bytes = (...list: number[]) => new Uint8Array(list)

  expect(decodeText(new TextEncoder().encode('\u{FEFF}备注'))).toBe('备注')
  expect(decodeText(bytes(0xb1, 0xb8, 0xd7, 0xa2))).toBe('备注')
  expect(decodeText(bytes(0xff, 0xfe, 0x07, 0x59))).toBe('备')
  expect(decodeText(bytes(0x50, 0x4b, 0x03, 0x04, 0x00))).toBe(undefined)
})
