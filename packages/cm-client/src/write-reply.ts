import type { CmCall } from './call.ts'
import { kept, type Success } from './judge.ts'
import { newNameIn } from './new-name.ts'

/** A write that CM says it did. */
export type WriteReply = {
  readonly status: number
  /** Redacted, its first 4 KiB. */
  readonly body: string
  /**
   * What a migration called the component that it made, to be started under that name. Null for every
   * other call, and where CM did migrate but told no name that could be used.
   */
  readonly newName: string | null
}

/**
 * Bodies of successful writes are not documented (cm-api.md §9.3): kept as text, and read only for
 * the name that a migration returns.
 */
export const writeReply = (call: CmCall, { status, json, redacted }: Success): WriteReply => ({
  status,
  body: kept(JSON.stringify(redacted)),
  newName: newNameIn(json, call),
})
