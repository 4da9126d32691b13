import { fastifySSE } from '@fastify/sse'
import { streamEvents, type ServerEvent } from '@wheelhouse/contract'
import { routeOf, type App } from '../../route.ts'
import type { EventHub } from './hub.ts'
import { Outbox } from './outbox.ts'

/** A silent stream says that it lives, so that the page can tell a quiet estate from a dead connection. */
const heartbeatMs = 5_000

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

  app.route({
    ...routeOf(streamEvents),
    sse: { kind: 'only', heartbeat: false },
    handler: async (_, reply) => {
      const outbox = new Outbox()
      open.add(outbox)
      // Nothing can fall between: both happen in one turn of the event loop.
      const unsubscribe = hub.subscribe((event) => outbox.put(event))
      outbox.put(snapshot())
      const heartbeat = setInterval(
        () => outbox.put({ type: 'heartbeat', at: new Date(clock()).toISOString() }),
        heartbeatMs,
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
