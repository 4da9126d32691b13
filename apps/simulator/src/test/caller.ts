import { request } from 'node:http'
import { text } from 'node:stream/consumers'

/** What a caller gets to see of a call. */
export interface Seen {
  status?: number
  text?: string
  /** Nobody listens there. */
  refused?: true
  /** The connection broke before a whole answer had come. */
  broken?: true
  /** No whole answer had come when the caller lost patience. */
  silent?: true
}

/** Calls on a connection of its own, so that nothing is left of the call before. Patience is in ms. */
export function call(
  url: string,
  [method, path, form]: readonly [string, string, Record<string, string>?],
  patience: number | AbortSignal = 5000,
): Promise<Seen> {
  return new Promise((resolve) => {
    const outgoing = request(`${url}${path}`, {
      method,
      agent: false,
      signal: typeof patience === 'number' ? AbortSignal.timeout(patience) : patience,
      ...(form && { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    })
    const fail = (error: NodeJS.ErrnoException) => resolve(trouble(error))
    outgoing.once('error', fail)
    outgoing.once('response', (incoming) => {
      text(incoming).then((body) => resolve({ status: incoming.statusCode ?? 0, text: body }), fail)
    })
    outgoing.end(form && new URLSearchParams(form).toString())
  })
}

function trouble({ code }: NodeJS.ErrnoException): Seen {
  if (code === 'ECONNREFUSED') return { refused: true }
  return code === 'ABORT_ERR' ? { silent: true } : { broken: true }
}
