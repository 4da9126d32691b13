import type { FastifyRequest } from 'fastify'
import { Problem } from '../../http/problem.ts'

/** The key of a request that must have one; throws `IDEMPOTENCY_KEY_MISSING`. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && /^[\w-]{8,128}$/u.test(key)) return key
  throw new Problem(
    'IDEMPOTENCY_KEY_MISSING',
    'send an Idempotency-Key of 8 to 128 letters, digits and dashes',
  )
}
