import {
  byWorst,
  getComponent,
  getRaw,
  listComponents,
  listNames,
  matches,
  trackComponents,
  untrackComponent,
} from '@wheelhouse/contract'
import { toCurl, writerCalls } from '@wheelhouse/cm-client'
import { isObservable, type Component } from '@wheelhouse/contract'
import { takesGzip } from '../../accept-encoding.ts'
import { sendJson } from '../../json-reply.ts'
import { principalOf } from '../../plugins/access.ts'
import { Problem } from '../../problem.ts'
import { routeOf, type App } from '../../route.ts'
import { isoOrNull } from '../../time.ts'
import type { ObservationStore } from '../observations/store.ts'
import type { Inventory } from './inventory.ts'
import { namesOf } from './names.ts'

/** All rows as they are kept ready to be sent. */
interface WholeList {
  etag: string
  json: () => Promise<Buffer>
  gzip: () => Promise<Buffer>
}

interface Options {
  inventory: Inventory
  observations: ObservationStore
  views: {
    all: () => Component[]
    /** A row as JSON; throws `NOT_FOUND`. */
    json: (id: string) => string
  }
  wholeList: () => WholeList
  /** Of the estate, from which the stream goes on. */
  revision: () => string
  /** Whether an operation on the component is open. */
  isBusy: (id: string) => boolean
  hasCluster: (id: string) => boolean
  clock: () => number
}

export async function componentRoutes(app: App, options: Options) {
  const { inventory, observations, views, isBusy, hasCluster, clock } = options

  app.route({
    ...routeOf(listComponents),
    handler: async ({ query, headers }, reply) => {
      if (Object.keys(query).length > 0) {
        const items = views.all().filter((view) => matches(view, query))
        const rows = items.toSorted(byWorst).map(({ id }) => views.json(id))
        const revision = JSON.stringify(options.revision())
        return sendJson(
          reply,
          `{"items":[${rows.join(',')}],"total":${rows.length},"revision":${revision}}`,
        )
      }
      const { etag, json, gzip } = options.wholeList()
      const isGzip = takesGzip(headers['accept-encoding'])
      void reply.headers({ etag, vary: 'accept-encoding', 'cache-control': 'no-cache' })
      if (headers['if-none-match'] === etag) return sendJson(reply.code(304), '')
      if (isGzip) void reply.header('content-encoding', 'gzip')
      return sendJson(reply, await (isGzip ? gzip() : json()))
    },
  })

  app.route({
    ...routeOf(getComponent),
    handler: async ({ params }, reply) => sendJson(reply, views.json(params.id)),
  })

  app.route({
    ...routeOf(listNames),
    handler: async ({ params }) => {
      const items = namesOf(params.id, options)
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(getRaw),
    handler: async ({ params }) => {
      const { kind, name } = inventory.get(params.id)
      const { reading } = observations.get(params.id)
      return {
        curl: isObservable(kind) ? toCurl(writerCalls.detail(name)) : null,
        observedAt: isoOrNull(reading?.observedAtMs),
        body: reading?.raw ?? null,
      }
    },
  })

  app.route({
    ...routeOf(trackComponents),
    bodyLimit: 8 * 1024 * 1024, // ten thousand pasted names of the longest kind
    handler: async (request) => {
      const { body } = request
      if (!hasCluster(body.cluster))
        throw new Problem('INVALID_INPUT', `no cluster has the id ${body.cluster}`, {
          field: 'body.cluster',
        })
      const items = await inventory.track(
        { ...body, origin: 'pasted', by: principalOf(request).actor },
        clock(),
      )
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(untrackComponent),
    handler: async (request, reply) => {
      const { params } = request
      inventory.get(params.id)
      if (isBusy(params.id))
        throw new Problem('NOT_POSSIBLE_NOW', 'an operation on it is open', {
          reason: 'operation-open',
        })
      await inventory.untrack(params.id, principalOf(request).actor)
      return reply.code(204).send(null)
    },
  })
}
