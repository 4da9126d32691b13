import type { ImportResult } from '@wheelhouse/contract'
import { isHarmless, rowKey } from './judge-lines.ts'
import type { JudgedLine, RowFault } from './judge-lines.ts'

/** The line as the file has it, and why it was not taken. */
export interface RefusedRow extends Pick<JudgedLine, 'line' | 'cells'> {
  /** `undefined`: the server gave no reason that is known here. */
  readonly fault: RowFault | 'not-allowed' | undefined
}

/** What the server refused, and what was left out before it was sent; without what is there already. */
export function refusedRows(
  lines: readonly JudgedLine[],
  results: readonly ImportResult[],
): RefusedRow[] {
  const refused = new Map(
    results.filter(({ outcome }) => outcome === 'refused').map((it) => [rowKey(it), it]),
  )
  return lines.flatMap(({ line, cells, row, fault }): RefusedRow[] => {
    if (fault) return isHarmless(fault) ? [] : [{ line, cells, fault }]
    const result = row && refused.get(rowKey(row))
    if (!result) return []
    return [{ line, cells, fault: faultOf(result) }]
  })
}

function faultOf({ isForeign, isNotAllowed, fault }: ImportResult): RefusedRow['fault'] {
  if (isForeign) return 'unknown-cluster'
  return isNotAllowed ? 'not-allowed' : fault
}
