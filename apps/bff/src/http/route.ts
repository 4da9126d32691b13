import { apiPrefix, problemSchema, type Endpoint } from '@wheelhouse/contract'
import * as z from 'zod/mini'
import type { ZodTypeProvider } from '@fastify/type-provider-zod'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  HTTPMethods,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'

/** Fastify with routes that are typed by the contract's schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

type Present<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

interface Schema<E extends Endpoint> {
  params: E['params']
  querystring: E['query']
  body: E['body']
  response: E['replies'] & { '4xx': typeof problemSchema; '5xx': typeof problemSchema }
}

/** Of an endpoint that has no query: what it doesn't know, it refuses as all others do. */
const nothing = z.strictObject({})

/** The method, address and schemas of a contract endpoint, as Fastify wants them. */
export function routeOf<const E extends Endpoint>(endpoint: E) {
  const { params, query, body, replies, permission, target, audit } = endpoint
  const schema = {
    summary: endpoint.summary,
    ...(params && { params }),
    querystring: query ?? nothing,
    ...(body && { body }),
    response: { ...replies, '4xx': problemSchema, '5xx': problemSchema },
  }
  return {
    method: endpoint.method as HTTPMethods,
    url: apiPrefix + endpoint.path.replaceAll(/\{(?<name>\w+)\}/gu, ':$<name>'),
    config: { access: { permission, target, audit } },
    // The same values under Fastify's names: only the optional parts that are there.
    schema: schema as unknown as Present<Schema<E>> & { summary: string },
  }
}
