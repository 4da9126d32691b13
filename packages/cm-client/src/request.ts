import { setTimeout as after } from 'node:timers'
import type { Dispatcher } from 'undici'

import { bodyOf, targetOf, type CmCall } from './call.ts'
import { classify, tooBig } from './classify.ts'
import { CmError } from './error.ts'
import type { CallLine, Transport } from './transport.ts'
import { judge, type RawReply, type Success } from './judge.ts'

export type SendOptions = {
  /** An aborted call that had already left has outcome `unknown`. */
  readonly signal?: AbortSignal | undefined
  /** What the call carries that CM may repeat and nobody may read, in the clear. */
  readonly secrets?: readonly string[] | undefined
}

/** A reply of CM's is a few KiB; more is an error page or an attack. */
const MAX_REPLY_BYTES = 1024 * 1024

/**
 * Sends one call, once, and reads its answer. Throws `CmError` and nothing else; `read` may throw
 * one too.
 */
export async function send<Reply>(
  transport: Transport,
  call: CmCall,
  { signal, secrets, read }: SendOptions & { readonly read: (success: Success) => Reply },
): Promise<Reply> {
  const startedAt = performance.now()
  const exchanging = exchange(transport, call, signal)
  transport.calls.add(exchanging)
  let outcome: CallLine['outcome'] = 'BUG'

  try {
    const reply = read(judge(await exchanging, secrets))
    outcome = 'ok'
    return reply
  } catch (error) {
    if (error instanceof CmError) outcome = error.code
    throw error
  } finally {
    transport.calls.delete(exchanging)
    const ms = performance.now() - startedAt
    transport.observe({
      endpoint: `${call.method} ${call.path}`,
      effect: call.effect,
      ms,
      outcome,
    })
  }
}

/** One request out, one whole answer in, or a `CmError` that knows whether a byte was sent. */
async function exchange(
  transport: Transport,
  call: CmCall,
  signal: AbortSignal | undefined,
): Promise<RawReply> {
  const isForbidden = () => call.effect === 'write' && transport.isReadOnly()
  const forbidden = () =>
    new CmError('READ_ONLY', 'not-done', `${call.path} not sent: this CM is read-only`)
  if (isForbidden()) throw forbidden()
  if (transport.stopped.aborted)
    throw new CmError('ABORTED', 'not-done', `${call.path} not sent: the client is closed`)
  if (signal?.aborted === true)
    throw new CmError('ABORTED', 'not-done', `${call.path} not sent: the caller gave up`)

  const { readMs, writeMs } = transport.timeouts
  const request = requestOf(transport.prefix, call)
  const dispatcher = transport.dispatcherFor(call.effect)
  try {
    return await dispatch(dispatcher, request, {
      deadlineMs: call.effect === 'read' ? readMs : writeMs,
      signal,
      objection: () => (isForbidden() ? forbidden() : undefined),
    })
  } finally {
    if (call.effect === 'write') await dispatcher.destroy()
  }
}

interface Dispatching {
  readonly deadlineMs: number
  readonly signal: AbortSignal | undefined
  /** Asked once the connection stands, before the first byte: what forbids to send it now. */
  readonly objection: () => CmError | undefined
}

/**
 * The dispatcher's own interface instead of `request()`, because only it tells when the request
 * starts to be written: before that nothing can have happened, after that anything can.
 */
function dispatch(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { deadlineMs, signal, objection }: Dispatching,
): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    let status: number | null = null
    let encoding = ''
    let date: string | undefined
    let controller: Dispatcher.DispatchController | null = null
    let settled = false

    const settle = (conclude: () => void) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      conclude()
    }
    const fail = (error: CmError) => {
      settle(() => reject(error))
      controller?.abort(error)
    }
    const reply = () => (status === null ? undefined : { status, body: '' })
    const outcome = () => (controller === null ? 'not-done' : 'unknown')
    const onDeadline = () =>
      fail(
        new CmError('TIMED_OUT', outcome(), `no whole answer in ${deadlineMs} ms`, {
          reply: reply(),
        }),
      )
    const onAbort = () =>
      fail(new CmError('ABORTED', outcome(), 'the caller gave up', { reply: reply() }))

    const timer = after(onDeadline, deadlineMs)
    signal?.addEventListener('abort', onAbort, { once: true })

    dispatcher.dispatch(request, {
      onRequestStart(started) {
        // To connect may take seconds, in which somebody has switched writing off.
        const forbidden = objection()
        if (forbidden) settle(() => reject(forbidden))
        // Or too late: the deadline passed meanwhile.
        if (settled) started.abort(new Error('not needed any more'))
        else controller = started
      },
      onResponseStart(_, statusCode, headers) {
        if (statusCode < 200) return
        status = statusCode
        encoding = String(headers['content-encoding'] ?? '').toLowerCase()
        date = headers['date'] === undefined ? undefined : String(headers['date'])
      },
      onResponseData(_, chunk) {
        bytes += chunk.length
        if (bytes > MAX_REPLY_BYTES) fail(tooBig(status))
        else chunks.push(chunk)
      },
      onResponseEnd() {
        const [first] = chunks
        const body = first && chunks.length === 1 ? first : Buffer.concat(chunks)
        settle(() => resolve({ status: status ?? 0, encoding, body, ...(date && { date }) }))
      },
      onResponseError(_, error) {
        settle(() => reject(classify(error, outcome(), reply())))
      },
    })
  })
}

/** Nothing of the browser's or of ours goes along; undici adds host and length. */
function requestOf(prefix: string, call: CmCall): Dispatcher.DispatchOptions {
  const body = bodyOf(call)
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'wheelhouse',
  }
  return {
    method: call.method,
    path: `${prefix}${targetOf(call)}`,
    headers:
      body === null ? headers : { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body,
    idempotent: call.effect === 'read',
  }
}
