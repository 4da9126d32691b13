import rateLimit from '@fastify/rate-limit'
import { apiPrefix, streamEvents } from '@wheelhouse/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Limits } from '../config/limits.ts'
import { Problem } from '../http/problem.ts'
import { parseStrictly } from '../http/strict-json.ts'

/** How many callers are counted at once; one that is forgotten begins anew. */
const mostCallers = 20_000

const streamUrl = apiPrefix + streamEvents.path

/** How much one caller may ask for in a minute and hold open, and how large and deep what they send may be. */
export const limits = fp<{ limits: Limits }>(
  async (app, { limits: most }) => {
    const perMinute = {
      read: most.readsPerMinute,
      change: most.changesPerMinute,
      operation: most.operationsPerMinute,
    }

    app.removeContentTypeParser(['text/plain', 'application/json'])
    const bounds = { depth: most.jsonDepth, keys: most.jsonKeys }
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string | Buffer) => {
        try {
          return parseStrictly(String(body), bounds)
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error
          throw new Problem('INVALID_INPUT', error.message, { field: 'body', cause: error })
        }
      },
    )
    const streams = new Streams(most)
    app.addHook('onRoute', (route) => {
      if (route.bodyLimit !== undefined)
        route.bodyLimit = Math.min(route.bodyLimit, most.largestBody)
      if (route.url === streamUrl)
        route.preHandler = [
          ...[route.preHandler ?? []].flat(),
          async (request, reply) => streams.open(callerOf(request), reply),
        ]
    })

    await app.register(rateLimit, {
      cache: mostCallers,
      keyGenerator: (request) => `${sortOf(request)} ${callerOf(request)}`,
      max: (request) => perMinute[sortOf(request)],
      // The page, its assets and whether we live are answered to anybody, out of memory.
      allowList: (request) => !request.routeOptions.url?.startsWith('/api/'),
      addHeaders: {
        'x-ratelimit-limit': false,
        'x-ratelimit-remaining': false,
        'x-ratelimit-reset': false,
      },
      addHeadersOnExceeding: {
        'x-ratelimit-limit': false,
        'x-ratelimit-remaining': false,
        'x-ratelimit-reset': false,
      },
      errorResponseBuilder: (_request, { ttl }) =>
        new Problem('TOO_MANY', 'that is more than one caller may ask for in a minute', {
          retryAfterSeconds: Math.ceil(ttl / 1000),
        }),
    })
  },
  { name: 'limits' },
)

/** Streams that are open now. */
class Streams {
  readonly #most: Limits
  readonly #byCaller = new Map<string, number>()
  #all = 0

  constructor(most: Limits) {
    this.#most = most
  }

  open(caller: string, reply: FastifyReply) {
    const own = this.#byCaller.get(caller) ?? 0
    if (own >= this.#most.streamsPerCaller || this.#all >= this.#most.streams)
      throw new Problem('TOO_MANY', 'that is more streams than may be open at once', {
        retryAfterSeconds: 10,
      })
    this.#all += 1
    this.#byCaller.set(caller, own + 1)
    reply.raw.once('close', () => {
      this.#all -= 1
      const left = (this.#byCaller.get(caller) ?? 1) - 1
      if (left > 0) this.#byCaller.set(caller, left)
      else this.#byCaller.delete(caller)
    })
  }
}

/** Where nobody is signed in, or nobody has to be, each address counts by itself. */
const callerOf = ({ asking, ip }: FastifyRequest): string =>
  asking === null || asking.id === 'local' ? ip : asking.id

type Sort = 'read' | 'change' | 'operation'

function sortOf({ method, routeOptions, query }: FastifyRequest): Sort {
  const { access } = routeOptions.config
  if (method === 'GET' || access === undefined || access.audit === 'none') return 'read'
  if (access.permission !== 'operate' && access.permission !== 'resolve-uncertain') return 'change'
  return isDry(query) ? 'read' : 'operation'
}

/** Not validated yet, and no more than a look: what is no plan is refused further on. */
const isDry = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'dryRun' in query && query.dryRun === 'true'
