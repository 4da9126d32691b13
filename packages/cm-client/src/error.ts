/** After `unknown` the request may have been carried out: never retry such a write. */
export type Outcome = 'not-done' | 'unknown'

/**
 * Why a call to CM failed.
 *
 * - `NOT_SENT`: no byte was sent (name not resolved, connection refused, TLS failed, connect timed out).
 * - `TIMED_OUT`: the total deadline of the call passed.
 * - `CUT`: the connection was reset, or ended in the middle of the reply.
 * - `BAD_STATUS`: 3xx, 4xx or 5xx without a JSON verdict.
 * - `BAD_BODY`: HTML, empty, text, JSON of another shape or about another component, or too big.
 * - `REJECTED`: JSON with `isSuccess === false`, whatever the status; the message has CM's words.
 * - `READ_ONLY`: a write that this client is not allowed to send.
 * - `ABORTED`: the caller's signal, or `close()`, ended the call.
 */
export type CmErrorCode =
  | 'NOT_SENT'
  | 'TIMED_OUT'
  | 'CUT'
  | 'BAD_STATUS'
  | 'BAD_BODY'
  | 'REJECTED'
  | 'READ_ONLY'
  | 'ABORTED'

/** What CM answered, as far as a complete answer came: redacted, the first 4 KiB of it. */
export type CmReply = { readonly status: number | null; readonly body: string }

type CmErrorOptions = { readonly cause?: unknown; readonly reply?: CmReply | undefined }

/** CM did not do, or may not have done, what we asked (DECISIONS 10). Holds no secrets. */
export class CmError extends Error {
  override readonly name = 'CmError'
  readonly code: CmErrorCode
  readonly outcome: Outcome
  readonly reply?: CmReply

  constructor(code: CmErrorCode, outcome: Outcome, message: string, options?: CmErrorOptions) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.outcome = outcome
    if (options?.reply !== undefined) this.reply = options.reply
  }
}
