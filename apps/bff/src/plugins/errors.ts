import { hasZodFastifySchemaValidationErrors } from '@fastify/type-provider-zod'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { isOutOfOrder } from '../database/out-of-order.ts'
import { Problem } from '../http/problem.ts'

/** One funnel: whatever is thrown becomes a problem; what nobody foresaw is logged and says nothing of its insides. */
export const errors = fp(
  async (app) => {
    app.setErrorHandler<FastifyError>(sendProblem)

    app.setNotFoundHandler((request) => {
      throw new Problem('NOT_FOUND', `nothing is at ${request.method} ${request.url.split('?')[0]}`)
    })
  },
  { name: 'errors' },
)

/** What a request is answered that fails, before its route is found as after. */
export function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = unrecorded(error, request) ?? problemFor(error)
  if (problem.code === 'INTERNAL' || problem.code === 'AUDIT_UNAVAILABLE')
    request.log.error({ err: error }, 'unforeseen failure')
  return reply
    .code(problem.statusCode)
    .type('application/problem+json')
    .send(problem.body(request.id))
}

/** What goes on record when it is done can't be done while nothing can be put on record. */
function unrecorded(error: unknown, { routeOptions }: FastifyRequest): Problem | undefined {
  const audit = routeOptions?.config.access?.audit ?? 'none'
  if (audit === 'none' || !isOutOfOrder(error)) return undefined
  return new Problem(
    'AUDIT_UNAVAILABLE',
    'the database takes nothing now (the log says why), so it cannot be put on record; nothing was sent and nothing was changed',
    { cause: error },
  )
}

function problemFor(error: FastifyError): Problem {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [issue] = error.validation
    const place =
      error.validationContext === 'querystring' ? 'query' : (error.validationContext ?? 'request')
    const field = [place, ...(issue?.instancePath ?? '').split('/'), ...unknownKeys(issue)]
      .filter(Boolean)
      .join('.')
    return new Problem('INVALID_INPUT', `${field}: ${issue?.message ?? 'is not valid'}`, {
      field,
      cause: error,
    })
  }
  if (error.statusCode === 413)
    return new Problem('TOO_LARGE', error.message, { field: 'body', cause: error })
  // Fastify's own refusals: a body that is no JSON, of another type.
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('INVALID_INPUT', error.message, { field: 'body', cause: error })
  return new Problem('INTERNAL', 'the log has the reason, under the request id', { cause: error })
}

/** The first key that the schema does not know: the issue itself points at the object around it. */
function unknownKeys(issue: { params: Record<string, unknown> } | undefined): string[] {
  const keys = issue?.params['keys']
  return Array.isArray(keys) ? keys.slice(0, 1).map(String) : []
}
