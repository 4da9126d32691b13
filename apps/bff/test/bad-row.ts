import type { ComponentKind } from '@wheelhouse/contract'

/** A request that must be refused, and what the refusal names. */
export interface BadRow {
  title: string
  on: ComponentKind
  kind: string
  input?: unknown
  reason?: string | undefined
  status?: 400 | 409
  field?: string
  fault?: string
  /** Of 409: which rule forbids it. */
  rule?: string
}

export const nowSeconds = Math.floor(Date.now() / 1000)
/** What the name of the tracked connector suggests. */
export const subtopic = 'p_bad-000-0'
/** An hour ago, epoch seconds. */
export const at = nowSeconds - 3_600
