import { fastifySSE } from '@fastify/sse'
import { heartbeatSeconds, streamEvents, type ServerEvent } from '@wheelhouse/contract'
import { routeOf, type App } from '../../route.ts'
import { iso } from '../../time.ts'
import type { EventHub } from './hub.ts'
import { Outbox } from './outbox.ts'

interface Options {
  hub: EventHub
  snapshot: () => ServerEvent
  clock: () => number
}

export async function eventRoutes(app: App, { hub, snapshot, clock }: Options) {
  await app.register(fastifySSE, { heartbeatInterval: 0 })
  const open = new Set<Outbox>()
  app.addHook('preClose', async () => {
    for (const outbox of open) outbox.close()
  })

  const route = routeOf(streamEvents)
  // What the stream's plugin refuses (a client that takes no event stream), it words by itself.
  const streamRoute = { ...route, schema: { ...route.schema, response: streamEvents.replies } }
  app.route({
    ...streamRoute,
    sse: { kind: 'only', heartbeat: false },
    handler: async (_, reply) => {
      const outbox = new Outbox()
      open.add(outbox)
      // Nothing can fall between: both happen in one turn of the event loop.
      const unsubscribe = hub.subscribe((event) => outbox.put(event))
      outbox.put(snapshot())
      const heartbeat = setInterval(
        () => outbox.put({ type: 'heartbeat', at: iso(clock()) }),
        heartbeatSeconds * 1000,
      )
      reply.sse.onClose(() => outbox.close())
      try {
        for await (const event of outbox.drain()) await reply.sse.send({ data: event })
      } finally {
        unsubscribe()
        clearInterval(heartbeat)
        open.delete(outbox)
      }
    },
  })
}
