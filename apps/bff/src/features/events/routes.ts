import { streamEvents, watchComponents } from '@wheelhouse/contract'
import { takesGzip } from '../../http/accept-encoding.ts'
import { principalOf } from '../../plugins/access.ts'
import type { Principal } from '../../rights/principal.ts'
import { Problem } from '../../http/problem.ts'
import { readScopeOf, type ReadScope } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
import type { Broadcast } from './broadcast.ts'
import { OpenStreams, type Ended } from './open-streams.ts'
import type { Watches } from './watches.ts'

interface Options {
  audiences: {
    of: (scope: ReadScope) => { broadcast: Pick<Broadcast, 'open'> }
    close: () => void
  }
  watches: Watches
  /** Whether somebody may see a component; false where it is not tracked. */
  sees: (scope: ReadScope, component: string) => boolean
  /** Calls back when somebody's session has ended, or when what they may do has changed. */
  onEnd: (listener: (ended: Ended) => void) => void
}

export async function eventRoutes(app: App, options: Options) {
  const { audiences, watches, sees, onEnd } = options
  const open = new OpenStreams()
  onEnd((ended) => open.endOf(ended))
  app.addHook('preClose', async () => audiences.close())

  app.route({
    ...routeOf(streamEvents),
    handler: async (request, reply) => {
      const { query, headers } = request
      const principal = principalOf(request)
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
        const own = ownName(principal, stream)
        watches.opened(own)
        response.once('close', () => watches.closed(own))
      }
      response.once(
        'close',
        open.add(principal, () => response.end()),
      )
      audiences
        .of(readScopeOf(principal))
        .broadcast.open(response, { isGzip, since: lastEventId(headers) ?? since })
    },
  })

  app.route({
    ...routeOf(watchComponents),
    handler: async (request, reply) => {
      const { params, body } = request
      const principal = principalOf(request)
      const own = ownName(principal, params.stream)
      if (!watches.has(own))
        throw new Problem('NOT_FOUND', `no stream is open under the name ${params.stream}`)
      const scope = readScopeOf(principal)
      watches.set(
        own,
        body.components.filter((id) => sees(scope, id)),
      )
      return reply.code(204).send(null)
    },
  })
}

/** Two who choose the same name have two streams. */
const ownName = ({ id }: Principal, stream: string): string => `${id} ${stream}`

/** What the browser adds by itself when it opens a stream again. */
function lastEventId(headers: Record<string, string | string[] | undefined>): string | undefined {
  const id = headers['last-event-id']
  return typeof id === 'string' ? id : undefined
}
