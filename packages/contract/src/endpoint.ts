import type * as z from 'zod/mini'
import type { Permission } from './access.ts'
import type { AuditKind } from './audit.ts'

type Shape = z.ZodMiniType
type Replies = Readonly<Record<number, Shape>>

/**
 * One call of our API, said once for four uses: the BFF's route, the browser's typed call,
 * the OpenAPI document and the tests.
 */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, parameters in braces: `/components/{id}`. */
  readonly path: `/${string}`
  /** One sentence for the OpenAPI document. */
  readonly summary: string
  readonly params?: Shape
  readonly query?: Shape
  readonly body?: Shape
  /**
   * Who may call it: anybody, whoever is signed in, who has this permission for at least one component
   * (which one, `target` or the handler says), or for `operate` who may do what the request asks for.
   */
  readonly permission: Permission | 'public' | 'signed-in' | 'operate'
  /** What `{id}` names: out of one's scope it is answered as if it weren't there. `own`: the handler alone can tell. */
  readonly target?: 'component' | 'operation' | 'cluster' | 'own'
  /** What goes on record when it succeeds; `none` for what only reads. */
  readonly audit: readonly AuditKind[] | 'none'
  /** True where a repeated request must carry the same `Idempotency-Key` as the first. */
  readonly idempotencyKey?: true
  /** What answers by HTTP status; failures are always a `Problem`. */
  readonly replies: Replies
}

/** Keeps the literal types of a definition, so that calls and routes are typed by inference. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition

type Said<S> = S extends Shape ? z.output<S> : undefined
type Asked<S> = S extends Shape ? z.input<S> : undefined

export type Params<E extends Endpoint> = Said<E['params']>
export type Query<E extends Endpoint> = Said<E['query']>
export type Body<E extends Endpoint> = Said<E['body']>

/** What a caller passes: only the parts that the endpoint names. */
export type Input<E extends Endpoint> = {
  readonly [K in 'params' | 'query' | 'body' as E[K] extends Shape ? K : never]: Asked<E[K]>
}

/** What a successful call answers: the union over the endpoint's statuses. */
export type Reply<E extends Endpoint> = {
  [Status in keyof E['replies']]: Said<E['replies'][Status]>
}[keyof E['replies']]

/** Where our API begins. */
export const apiPrefix = '/api/v1'
