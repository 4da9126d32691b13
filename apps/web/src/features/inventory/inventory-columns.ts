/** The columns of an inventory file, in the order in which it is written. */
export const inventoryColumns = ['cluster', 'kind', 'name', 'note', 'protection'] as const
export type InventoryColumn = (typeof inventoryColumns)[number]

/** What a file says of a component, as it stands there; what it has no column for is not there. */
export type InventoryCells = Readonly<Partial<Record<InventoryColumn, string | undefined>>>

/** A spreadsheet takes such a text for a formula; an apostrophe more than it has keeps it a text. */
export const looksLikeFormula = /^'*[=+\-@\t\r]/u

/** Takes away the apostrophe that `looksLikeFormula` had put in front. */
export const unprotected = (cell: string): string =>
  cell.startsWith("'") && looksLikeFormula.test(cell) ? cell.slice(1) : cell
