import { inventoryColumns, unprotected } from './inventory-columns.ts'
import type { InventoryCells, InventoryColumn } from './inventory-columns.ts'

export interface FileLine {
  /** In the file, from 1; of a note of several lines, the first. */
  readonly line: number
  readonly cells: InventoryCells
  /** `several-cells`: there are more, and no header says what they are. */
  readonly fault?: 'broken-quotes' | 'several-cells'
}

export interface InventoryFile {
  readonly columns: readonly InventoryColumn[]
  /** Of the header, what is not one of ours. */
  readonly ignored: readonly string[]
  readonly lines: readonly FileLine[]
}

// Excel, chats and web pages leave these around what is copied from them.
const invisibleEnds = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu
const trimmed = (text: string) => text.replaceAll(invisibleEnds, '')
const lineEnd = /\r\n|\n|\r/gu
const separators = [',', ';', '\t'] as const

/** A table whose first line names its columns, in any order, or a plain list of names. */
export async function parseInventory(text: string): Promise<InventoryFile> {
  const [first = ''] = text.split(lineEnd, 1)
  const separator = separators.find((it) => isHeader(headingsOf(first, it)))
  return separator === undefined ? plainList(text) : await table(text, separator)
}

const headingsOf = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => trimmed(cell.replaceAll('"', '')).toLowerCase())

const isHeader = (headings: readonly string[]) => headings.includes('name')

function plainList(text: string): InventoryFile {
  const lines = text.split(lineEnd).flatMap((raw, index): FileLine[] => {
    const name = trimmed(raw)
    if (name === '') return []
    const line = { line: index + 1, cells: { name } }
    return [/[,;\t]/u.test(name) ? { ...line, fault: 'several-cells' } : line]
  })
  return { columns: ['name'], ignored: [], lines }
}

async function table(text: string, separator: string): Promise<InventoryFile> {
  const { parse } = await import('papaparse')
  const { data, errors } = parse<string[]>(text, { delimiter: separator })
  const broken = new Set(errors.map(({ row }) => row))
  const headings = (data[0] ?? []).map((cell) => trimmed(cell).toLowerCase())
  const places = inventoryColumns.flatMap((column) => {
    const place = headings.indexOf(column)
    return place === -1 ? [] : [{ column, place }]
  })

  const lines: FileLine[] = []
  let line = 1
  for (const [index, record] of data.entries()) {
    const said = Object.fromEntries(
      places.map(({ column, place }) => [column, unprotected(record[place] ?? '')]),
    ) as InventoryCells // its keys are the columns
    if (index > 0 && record.some((cell) => trimmed(cell) !== '')) {
      const cells = { ...said, name: trimmed(said.name ?? '') }
      lines.push({ line, cells, ...(broken.has(index) && { fault: 'broken-quotes' }) })
    }
    line += 1 + record.reduce((sum, cell) => sum + (cell.match(lineEnd)?.length ?? 0), 0)
  }
  return {
    columns: places.map(({ column }) => column),
    ignored: headings.filter((it) => it !== '' && !inventoryColumns.some((known) => known === it)),
    lines,
  }
}
