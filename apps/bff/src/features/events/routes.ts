import { streamEvents, watchComponents } from '@wheelhouse/contract'
import { takesGzip } from '../../accept-encoding.ts'
import { Problem } from '../../problem.ts'
import { routeOf, type App } from '../../route.ts'
import type { Broadcast } from './broadcast.ts'
import type { Watches } from './watches.ts'

interface Options {
  broadcast: Broadcast
  watches: Watches
}

export async function eventRoutes(app: App, { broadcast, watches }: Options) {
  app.addHook('preClose', async () => broadcast.close())

  app.route({
    ...routeOf(streamEvents),
    handler: async ({ query, headers }, reply) => {
      // Written past Fastify: one message for all can't pass a reply's own encoding (DECISIONS 31).
      reply.hijack()
      const response = reply.raw
      const isGzip = takesGzip(headers['accept-encoding'])
      // Ends with its connection, so that a message is written as it is, and not once more cut into chunks.
      response.useChunkedEncodingByDefault = false
      response.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>), // the security headers, texts all of them
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        vary: 'accept-encoding',
        ...(isGzip && { 'content-encoding': 'gzip' }),
      })
      const { stream, since } = query
      if (stream !== undefined) {
        watches.opened(stream)
        response.once('close', () => watches.closed(stream))
      }
      broadcast.open(response, { isGzip, since: lastEventId(headers) ?? since })
    },
  })

  app.route({
    ...routeOf(watchComponents),
    handler: async ({ params, body }, reply) => {
      if (!watches.has(params.stream))
        throw new Problem('NOT_FOUND', `no stream is open under the name ${params.stream}`)
      watches.set(params.stream, body.components)
      return reply.code(204).send(null)
    },
  })
}

/** What the browser adds by itself when it opens a stream again. */
function lastEventId(headers: Record<string, string | string[] | undefined>): string | undefined {
  const id = headers['last-event-id']
  return typeof id === 'string' ? id : undefined
}
