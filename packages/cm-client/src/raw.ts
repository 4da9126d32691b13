import { copied, redactText } from './redact.ts'

/** A read that CM documents: its path, and the one query parameter that names the component. */
export type DocumentedRead = { readonly path: string; readonly parameter: string }

/**
 * The reads that may be passed through to CM as they are (cm-api.md §1.2 row 16). All are GETs
 * without effect; `/connector/task/migrate` is a GET as well and must never stand here.
 */
export const documentedReads: readonly DocumentedRead[] = [
  { path: '/JDBCWriter/detail', parameter: 'writerName' },
]

/** Over three hundred times the vendor's sample. */
const SHOWN_CHARACTERS = 1024 * 1024

/**
 * What CM answered, without its secrets: JSON stays JSON, anything else is masked by pattern. Above
 * 1 Mi characters it is cut and ends in `…`, and is no JSON then.
 */
export function redactBody(text: string): string {
  const redacted = redactText(text)
  // Cut last: half a secret is no longer recognised.
  return redacted.length <= SHOWN_CHARACTERS
    ? redacted
    : copied(`${redacted.slice(0, SHOWN_CHARACTERS - 1)}…`)
}
