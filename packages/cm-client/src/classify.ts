import { CmError, type CmReply, type Outcome } from './error.ts'
import { redactText } from './redact.ts'

/**
 * Names what ended an exchange before its answer was whole. `outcome` says whether the request had
 * begun to be written; a failure before that is `NOT_SENT` whatever its own name is, since DNS, TCP
 * and TLS each have a dozen.
 */
export function classify(error: Error, outcome: Outcome, reply: CmReply | undefined): CmError {
  const cause = harmless(error)
  const options = { cause, reply }
  if (outcome === 'not-done')
    return new CmError('NOT_SENT', outcome, `nothing was sent (${reasonOf(error)})`, options)

  // The parser also complains of an early end; its `code` is not set as of undici 8.12, its words are.
  const isNoHttp = error.name === 'HTTPParserError' && !/\bEOF\b/.test(error.message)
  if (isNoHttp || codeOf(error) === 'UND_ERR_HEADERS_OVERFLOW')
    return new CmError('BAD_BODY', outcome, 'CM answered with something that is not HTTP', options)
  return new CmError('CUT', outcome, `the connection broke (${reasonOf(error)})`, options)
}

/** The answer passed the cap; none of it is kept. */
export const tooBig = (status: number | null) =>
  new CmError('BAD_BODY', 'unknown', 'CM answered with more than 1 MiB', {
    reply: { status, body: '' },
  })

/** undici's errors can hold bytes of the reply (`HTTPParserError.data`); a copy holds words only. */
function harmless(error: Error): Error {
  const code = codeOf(error)
  // Happy Eyeballs reports several refusals as an AggregateError without a message.
  const inner = error instanceof AggregateError ? error.errors.filter(isError) : []
  const words = error.message || inner.map(({ message }) => message).join('; ') || code
  const copy = new Error(redactText(words))
  copy.name = error.name
  return code === '' ? copy : Object.assign(copy, { code })
}

/** The failure's own code, never its words: those name the address, which is ours alone. */
const reasonOf = (error: Error) => codeOf(error) || error.name

const isError = (value: unknown): value is Error => value instanceof Error

const codeOf = (error: Error) =>
  'code' in error && typeof error.code === 'string' ? error.code : ''
