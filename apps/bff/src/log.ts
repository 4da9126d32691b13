import { CmError } from '@wheelhouse/cm-client'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

interface Logged {
  type: string
  message: string
  stack: string
  [key: string]: unknown
}

/**
 * What of a failure is logged. Of CM's nothing that it said: its words are shown where they belong, with
 * secrets cut, and a log is read by others.
 */
export function loggedError(error: unknown): Logged {
  if (error instanceof CmError) {
    const { name: type, code, outcome } = error
    return { type, message: code, stack: '', outcome }
  }
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const { name: type, message, stack = '', cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const number = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined
  return {
    type,
    message,
    ...(code !== undefined && { code }),
    ...(number !== undefined && { number }),
    stack,
    ...(cause !== undefined && { cause: loggedError(cause) }),
  }
}

/** Beside what JSON escapes: what moves a cursor, ends a line or turns its direction round somewhere. */
const unseen = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu

/** A line in which every character is seen as what it is; it stays the same JSON. */
export const visible = (line: string): string =>
  line.replace(unseen, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** How Fastify is to log: a JSON object a line, of what is named here and nothing else. */
export const loggerOf = (level: string) => ({
  level,
  serializers: {
    err: loggedError,
    // Neither address nor headers, should anybody ever log one whole.
    req: (request: FastifyRequest) => ({ requestId: request.id, method: request.method }),
    res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
  },
  stream: { write: (line: string) => void process.stdout.write(visible(line)) },
})

/** A line for each request that is over: reads for who looks for something, changes and failures of ours always. */
export const requestLog = fp(
  async (app) => {
    app.addHook('onResponse', async (request, reply) => {
      const { method, routeOptions, asking } = request
      const status = reply.statusCode
      const level = status >= 500 ? 'error' : method === 'GET' ? 'debug' : 'info'
      app.log[level](
        {
          requestId: request.id,
          method,
          // As it was declared: what somebody wrote into an address stays out.
          route: routeOptions.url ?? null,
          status,
          ms: Math.round(reply.elapsedTime),
          actor: asking?.actor ?? null,
        },
        'request',
      )
    })
  },
  { name: 'request-log' },
)
