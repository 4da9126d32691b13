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
import type { FastifyRequest } from 'fastify'
import { toCurl, writerCalls } from '@wheelhouse/cm-client'
import { isObservable, type Component } from '@wheelhouse/contract'
import { takesGzip } from '../../http/accept-encoding.ts'
import { sendJson } from '../../http/json-reply.ts'
import { may, mayWithin } from '../../rights/may.ts'
import { principalOf } from '../../plugins/access.ts'
import { Problem } from '../../http/problem.ts'
import { readScopeOf, type ReadScope } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
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

/** The estate as those see it who may see the same. */
interface Audience {
  sight: {
    components: () => Component[]
    /** A row as JSON; throws `NOT_FOUND`. */
    json: (id: string) => string
  }
  estate: { list: () => WholeList }
  /** Of what they see, from which their stream goes on. */
  broadcast: { revision: string }
}

interface Options {
  inventory: Inventory
  observations: ObservationStore
  audienceOf: (scope: ReadScope) => Audience
  /** Whether an operation on the component is open. */
  isBusy: (id: string) => boolean
  hasCluster: (id: string) => boolean
  clock: () => number
}

export async function componentRoutes(app: App, options: Options) {
  const { inventory, observations, isBusy, hasCluster, clock } = options
  const audienceOf = (request: FastifyRequest) =>
    options.audienceOf(readScopeOf(principalOf(request)))

  app.route({
    ...routeOf(listComponents),
    handler: async (request, reply) => {
      const { query, headers } = request
      const { sight, estate, broadcast } = audienceOf(request)
      if (Object.keys(query).length > 0) {
        const items = sight.components().filter((view) => matches(view, query))
        const rows = items.toSorted(byWorst).map(({ id }) => sight.json(id))
        const revision = JSON.stringify(broadcast.revision)
        return sendJson(
          reply,
          `{"items":[${rows.join(',')}],"total":${rows.length},"revision":${revision}}`,
        )
      }
      const { etag, json, gzip } = estate.list()
      const isGzip = takesGzip(headers['accept-encoding'])
      void reply.headers({
        etag,
        vary: 'accept-encoding, cookie, authorization',
        'cache-control': 'no-cache',
      })
      if (headers['if-none-match'] === etag) return sendJson(reply.code(304), '')
      if (isGzip) void reply.header('content-encoding', 'gzip')
      return sendJson(reply, await (isGzip ? gzip() : json()))
    },
  })

  app.route({
    ...routeOf(getComponent),
    handler: async (request, reply) =>
      sendJson(reply, audienceOf(request).sight.json(request.params.id)),
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
      const principal = principalOf(request)
      const isKnown = hasCluster(body.cluster) && mayWithin(principal, 'read', body.cluster)
      if (!isKnown)
        throw new Problem('INVALID_INPUT', `no cluster has the id ${body.cluster}`, {
          field: 'body.cluster',
        })
      const items = await inventory.track(
        { ...body, origin: 'pasted', by: principal.actor },
        { nowMs: clock(), allows: (permission, named) => may(principal, permission, named) },
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
