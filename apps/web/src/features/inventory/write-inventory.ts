import { inventoryColumns, looksLikeFormula } from './inventory-columns.ts'
import type { InventoryCells } from './inventory-columns.ts'

interface ExplainedCells extends InventoryCells {
  /** Why it was not taken: a column that is ignored when the file is read again. */
  readonly reason?: string
}

/** As spreadsheets want it, and as it can be read again: UTF-8 with its mark, lines that end with CR LF. */
export async function inventoryCsv(rows: readonly ExplainedCells[]): Promise<string> {
  const { unparse } = await import('papaparse')
  const columns = rows.some(({ reason }) => reason !== undefined)
    ? ([...inventoryColumns, 'reason'] as const)
    : inventoryColumns
  const table = [
    [...columns],
    ...rows.map((row: ExplainedCells) => columns.map((column) => row[column] ?? '')),
  ]
  return `\u{FEFF}${unparse(table, { escapeFormulae: looksLikeFormula, newline: '\r\n' })}\r\n`
}
