import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '../../database/schema.ts'

/** A record as the database holds it. */
export type AuditRow = Database['audit']
/** A record that has yet to take its place in the chain. */
export type Unchained = Omit<AuditRow, 'prev_mac' | 'mac'>

/** What a record must be linked to: the newest one. */
export interface Link {
  seq: number
  mac: string
}

/** Before the first record. */
export const origin: Link = { seq: 0, mac: '' }

/** Where a chain breaks first; `seq` is the record that no longer fits. */
interface Break {
  seq: number
  fault: 'gap' | 'altered' | 'wrong order'
  reason: string
}

/** Links a record to the one before it: only who has the key can. */
export function link(row: Unchained, previous: Link, key: Buffer): AuditRow {
  return { ...row, prev_mac: previous.mac, mac: macOf(row, previous.mac, key) }
}

/** Whether a record follows on the one before it, untouched; `undefined` where it does. */
export function breakAt(row: AuditRow, previous: Link, key: Buffer): Break | undefined {
  const { seq } = row
  if (seq <= previous.seq)
    return { seq, fault: 'wrong order', reason: `it stands after record ${previous.seq}` }
  if (seq !== previous.seq + 1)
    return { seq, fault: 'gap', reason: `${missing(previous.seq + 1, seq - 1)} before it` }
  if (row.prev_mac !== previous.mac || !isSame(row.mac, macOf(row, row.prev_mac, key)))
    return {
      seq,
      fault: 'altered',
      reason: 'it, or the link to the one before it, was altered',
    }
  return undefined
}

/** What came of following a chain from its first record. */
export interface ChainReport {
  /** So many hold. */
  records: number
  /** The last one that holds; null in an empty chain. */
  last: AuditRow | null
  broken: Break | null
}

/**
 * Follows a chain from its first record to its end, or to where it breaks. Whether records are missing
 * at the end only an `anchor` can tell, a record that was noted elsewhere: its `mac`, or the beginning.
 */
export async function verifyChain(
  rows: AsyncIterable<AuditRow> | Iterable<AuditRow>,
  key: Buffer,
  { anchor = origin }: { anchor?: Link | undefined } = {},
): Promise<ChainReport> {
  let last: AuditRow | null = null
  for await (const row of rows) {
    const broken = breakAt(row, last ?? origin, key) ?? breakAtAnchor(row, anchor)
    if (broken) return { records: last?.seq ?? 0, last, broken }
    last = row
  }
  const records = last?.seq ?? 0
  if (records >= anchor.seq) return { records, last, broken: null }
  const reason = `${missing(records + 1, anchor.seq)} at the end`
  return { records, last, broken: { seq: records + 1, fault: 'gap', reason } }
}

const breakAtAnchor = ({ seq, mac }: AuditRow, anchor: Link): Break | undefined =>
  seq !== anchor.seq || mac.startsWith(anchor.mac)
    ? undefined
    : { seq, fault: 'altered', reason: 'it is not the record that was noted' }

/** The mac before it is empty or of one length, and the text begins with a bracket: no two pairs read the same. */
const macOf = (row: Unchained, previousMac: string, key: Buffer): string =>
  createHmac('sha256', key).update(previousMac).update(canonical(row)).digest('hex')

/** The one text of a record: its facts in a fixed order, the body as it is stored. */
const canonical = (row: Unchained): string =>
  JSON.stringify([
    row.seq,
    row.at,
    row.kind,
    row.actor,
    row.cluster,
    row.component_id,
    row.component_kind,
    row.component_name,
    row.operation_id,
    row.step,
    row.body,
  ])

const isSame = (mac: string, expected: string): boolean =>
  mac.length === expected.length && timingSafeEqual(Buffer.from(mac), Buffer.from(expected))

const missing = (first: number, last: number): string =>
  first === last ? `record ${first} is missing` : `records ${first} to ${last} are missing`
