import type { CmError, ConfigEntry, WriterDetail } from '@wheelhouse/cm-client'
import { readFailureCodes, type ReadFailure } from '@wheelhouse/contract'
import { iso } from '../../time.ts'

/** What CM said about a component at one moment. Seconds and milliseconds as their names say. */
export interface Reading {
  /** When the question left: a reading asked after a command can show its effect. */
  askedAtMs: number
  observedAtMs: number
  status: string | null
  active: boolean | null
  checkpointSeconds: number | null
  sampledAtSeconds: number | null
  host: string | null
  /** The component's configuration in CM's order, secrets cut. */
  config: readonly ConfigEntry[]
  /** The whole answer as JSON text, secrets cut. */
  raw: string
}

/** What is kept of readings that are not the newest: where it was, and when. */
export type Position = Pick<Reading, 'observedAtMs' | 'checkpointSeconds' | 'sampledAtSeconds'>

export const readingOf = (
  detail: WriterDetail,
  askedAtMs: number,
  observedAtMs: number,
): Reading => ({
  askedAtMs,
  observedAtMs,
  status: detail.status,
  active: detail.active,
  checkpointSeconds: detail.checkpointSeconds,
  sampledAtSeconds: detail.sampledAtSeconds,
  host: detail.host,
  config: detail.config,
  raw: detail.raw,
})

/** A read's failure in the contract's words. */
export function failureOf(error: CmError, atMs: number): ReadFailure {
  const code = readFailureCodes.find((known) => known === error.code) ?? 'CUT'
  return { code, detail: error.message, at: iso(atMs) }
}
