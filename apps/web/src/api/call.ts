import { apiPrefix, problemSchema } from '@wheelhouse/contract'
import type { Endpoint, Input, Reply } from '@wheelhouse/contract'
import { noteDateHeader } from '../lib/clock.ts'
import { NoAnswerError, ProblemError, UnreadableError } from './problem-error.ts'
import { doubtSession } from './session-doubt.ts'

interface Options {
  readonly signal?: AbortSignal
  /** Must stay the same when the same wish is sent again. */
  readonly idempotencyKey?: string
  /** In place of the schema, where an answer of ours is too long to be looked through. */
  readonly isReply?: (answer: unknown) => boolean
}

interface Parts {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string | undefined>
  readonly body?: unknown
}

/** The only call of the API. Throws a `ProblemError`, a `NoAnswerError` or an `UnreadableError`. */
export async function call<const E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  { signal, idempotencyKey, isReply }: Options = {},
): Promise<Reply<E>> {
  // `Input` is made of the endpoint's own schemas; what they have in common is this.
  const { params = {}, query = {}, body } = input as Parts
  const response = await send(urlOf(endpoint, params, query), {
    method: endpoint.method,
    headers: headersOf(endpoint, body !== undefined, idempotencyKey),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  noteDateHeader(response.headers.get('date'))

  const answer = await readBody(response)
  if (!response.ok) throw problemOf(response.status, answer)
  if (isReply) {
    if (!isReply(answer)) throw new UnreadableError(response.status)
    // As the caller says.
    return answer as Reply<E>
  }
  const parsed = endpoint.replies[response.status]?.safeParse(answer)
  if (!parsed?.success) throw new UnreadableError(response.status, parsed?.error)
  // The schema of this status has just read it.
  return parsed.data as Reply<E>
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...request, cache: 'no-store' })
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    throw new NoAnswerError(`no answer from Wheelhouse: ${request.method} ${url}`, { cause })
  }
}

function urlOf(
  { path }: Endpoint,
  params: Record<string, string>,
  query: Record<string, string | undefined>,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, value)
  return `${apiPrefix}${filled}${search.size > 0 ? `?${search}` : ''}`
}

const headersOf = (
  { method, idempotencyKey: needsKey }: Endpoint,
  hasBody: boolean,
  key: string | undefined,
): Record<string, string> => ({
  accept: 'application/json',
  ...(hasBody ? { 'content-type': 'application/json' } : {}),
  ...(method === 'GET' ? {} : { 'x-wheelhouse': '1' }),
  ...(needsKey && key !== undefined ? { 'idempotency-key': key } : {}),
})

async function readBody(response: Response): Promise<unknown> {
  let text: string
  try {
    text = await response.text()
  } catch (cause) {
    throw new NoAnswerError('the answer broke off', { cause })
  }
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UnreadableError(response.status, cause)
  }
}

function problemOf(status: number, answer: unknown): Error {
  const parsed = problemSchema.safeParse(answer)
  if (!parsed.success) return new UnreadableError(status)
  const { code } = parsed.data
  if (code === 'NOT_SIGNED_IN' || code === 'SETUP_NEEDED') doubtSession()
  return new ProblemError(status, parsed.data)
}
