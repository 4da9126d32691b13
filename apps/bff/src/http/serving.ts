import type { FastifyHttpOptions, RawServerDefault } from 'fastify'
import type { Limits } from '../config/limits.ts'

interface Serving {
  limits: Limits
  /** Addresses and ranges whose `X-Forwarded-For` is believed. */
  trustedProxies?: readonly string[]
}

/**
 * How connections are kept: whoever sends slowly, or nothing, or for ever, is put off after a while. A
 * proxy that is trusted tells the caller's address; its host and protocol are read nowhere.
 */
export const serving = ({ limits, trustedProxies = [] }: Serving) =>
  ({
    bodyLimit: limits.body, // three routes say that they take more
    routerOptions: { maxParamLength: 64 },
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    maxRequestsPerSocket: limits.requestsPerSocket,
    http: {
      headersTimeout: limits.headersMs,
      // How often Node looks for requests that take too long; by itself every half minute.
      connectionsCheckingInterval: Math.min(2000, limits.headersMs),
    },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  }) satisfies FastifyHttpOptions<RawServerDefault>
