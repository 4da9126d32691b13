import httpProxy from '@fastify/http-proxy'
import { jsonSchemaTransform } from '@fastify/type-provider-zod'
import { documentedReads, targetOf, toCurl, type CmCall } from '@wheelhouse/cm-client'
import { endpoints } from '@wheelhouse/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { ClusterConfig } from '../../config/config.ts'
import { Problem } from '../../http/problem.ts'
import { readScopeOf, type ReadScope } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
import { principalOf } from '../access.ts'
import { failureOf, readAnswer, type Incoming } from './answer.ts'
import type { Ask } from './ask.ts'
import { Asks } from './asks.ts'
import { nameAsked } from './guard.ts'

interface Options {
  clusters: readonly Cluster[]
  /** The proxy is no scanner: only what is tracked in this cluster, and seen by who asks, is asked about. */
  isTracked: (cluster: string, name: string, scope: ReadScope) => boolean
  /** Milliseconds that nobody sets. */
  steady: () => number
  /** Told of each call that leaves for a cluster: it is one of that cluster's budget. */
  spent: (cluster: string) => void
}

type Cluster = Pick<ClusterConfig, 'id' | 'url' | 'callsPerSecond' | 'inFlight' | 'timeouts'>
type DocumentedRead = (typeof documentedReads)[number]

interface Registration extends Pick<Options, 'isTracked'> {
  cluster: Cluster
  read: DocumentedRead
  asks: Asks
}

/**
 * *Ask CM now*: the documented reads of each cluster, passed through for a person's eyes. Of a request
 * only the name reaches CM; why each known hole of the proxy is out of reach: docs/security.md.
 */
export const rawProxy = fp<Options>(
  async (app, { clusters, isTracked, steady, spent }) => {
    for (const read of documentedReads) {
      const { method, url, config } = promisedRoute(read)
      app.route({
        method,
        url,
        schema: { hide: true },
        config: { access: { ...config.access, target: undefined } },
        // The configured ones have routes of their own.
        handler: async ({ params }) => {
          throw noSuchCluster((params as { id: string }).id)
        },
      })
    }
    for (const cluster of clusters) {
      const asks = new Asks({ cluster, steady, spent: () => spent(cluster.id) })
      for (const read of documentedReads)
        await app.register(passThrough, { cluster, read, asks, isTracked })
    }
  },
  { name: 'raw-proxy', dependencies: ['errors'] },
)

/** One cluster's one documented read: a scope of its own, so that the guard can't be walked around. */
async function passThrough(app: App, { cluster, read, asks, isTracked }: Registration) {
  const promised = promisedRoute(read)
  const prefix = promised.url.replace(':id', cluster.id).slice(0, -read.path.length)
  const { origin, pathname } = new URL(cluster.url)
  const upstream = origin + pathname.replace(/\/+$/u, '')
  const upstreamPath = new URL(upstream + read.path).pathname
  const names = new WeakMap<FastifyRequest, string>()

  app.addHook('onRoute', (route) => {
    const { summary, querystring, response } = promised.schema
    route.schema = { summary, querystring, response }
  })
  app.addHook('onRequest', async (request) => {
    const scope = readScopeOf(principalOf(request))
    if (!scope.seesInto(cluster.id)) throw noSuchCluster(cluster.id)
    const name = nameAsked(request.raw, { path: prefix + read.path, parameter: read.parameter })
    if (!isTracked(cluster.id, name, scope))
      throw new Problem('NOT_FOUND', 'no such component is tracked in this cluster')
    names.set(request, name)
  })

  await app.register(httpProxy, {
    upstream,
    prefix,
    routes: [read.path],
    httpMethods: ['GET'],
    proxyPayloads: false,
    websocket: false,
    internalRewriteLocationHeader: false,
    disableCache: true,
    disableRequestLogging: true,
    // Else a 503 is asked again up to ten times.
    retryMethods: [],
    destroyAgent: true,
    undici: {
      // Off by default below reply-from 12.7.0.
      connect: { rejectUnauthorized: true, timeout: cluster.timeouts.connectMs },
      // A connection a call: one that CM has just closed would look like a broken answer.
      pipelining: 0,
    },
    replyOptions: {
      timeout: cluster.timeouts.readMs,
      // All that is sent; undici adds host and connection.
      rewriteRequestHeaders: () => ({
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'wheelhouse',
      }),
      rewriteHeaders: () => ({}),
    },
    config: {
      // The cluster stands in the address, and no parameter names it.
      access: { ...promised.config.access, target: undefined },
      // The document speaks of any cluster, the router knows each.
      swaggerTransform: (documented: Parameters<typeof jsonSchemaTransform>[0]) =>
        jsonSchemaTransform({ ...documented, schema: promised.schema, url: promised.url }),
    },
    handler: async (request, reply, _url, options) => {
      const name = names.get(request)
      if (name === undefined) throw new Error('the guard has not let this request through')
      const call: CmCall = {
        method: 'GET',
        effect: 'read',
        path: read.path,
        query: { [read.parameter]: name },
      }
      const target = targetOf(call)
      const answer = await asks.answerTo(target, {
        gone: goneSignal(reply),
        send: (ask) => {
          logEnd(request, { ask, cluster: cluster.id, endpoint: `GET ${read.path}` })
          void reply.from(upstreamPath, {
            ...options,
            queryString: () => target.slice(target.indexOf('?') + 1),
            onResponse: (_request, _reply, incoming) => {
              // A cast: typed as what it becomes in a plain pass-through.
              readAnswer(incoming as unknown as Incoming, {
                curl: toCurl(call),
                ended: ask.ended,
              }).then(
                (found) => ask.succeed(found),
                (error: unknown) => ask.fail(error),
              )
            },
            onError: (_reply, { error }) => ask.fail(failureOf(error)),
          })
        },
      })
      // The status is CM's until here, and goes into the body.
      void reply.code(200).header('cache-control', 'no-store')
      return answer
    },
  })
}

const noSuchCluster = (id: string) => new Problem('NOT_FOUND', `no cluster has the id ${id}`)

/** The contract's endpoint behind which a documented read of CM stands. */
function promisedRoute(read: DocumentedRead) {
  const found = Object.values(endpoints).find(
    ({ path }) => path === `/clusters/{id}/cm${read.path}`,
  )
  if (!found) throw new Error(`the contract has no endpoint for ${read.path}`)
  return routeOf(found)
}

function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (raw.destroyed) gone.abort()
  else raw.once('close', () => gone.abort())
  return gone.signal
}

function logEnd(
  request: FastifyRequest,
  { ask, ...line }: { ask: Ask; cluster: string; endpoint: string },
) {
  const startedAt = performance.now()
  const log = (outcome: string) =>
    request.log.debug(
      { ...line, ms: Math.round(performance.now() - startedAt), outcome },
      'CM call',
    )
  ask.outcome.then(
    (outcome) => log(outcome === 'abandoned' ? outcome : 'ok'),
    (error: unknown) => log(error instanceof Problem ? error.code : 'BUG'),
  )
}
