/**
 * SQLite's result codes for a file that takes nothing now (sqlite.org/rescode.html): busy, locked, read-only,
 * I/O error, corrupt, full, cannot be opened, no database.
 */
const codes: ReadonlySet<number> = new Set([5, 6, 8, 10, 11, 13, 14, 26])

/** Whether the database itself is out of order, and not what was asked of it: the same may go well later. */
export function isOutOfOrder(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('errcode' in error && typeof error.errcode === 'number')
    // The lowest byte; what stands above it says more about the same.
    return codes.has(error.errcode % 256)
  return isOutOfOrder(error.cause)
}
