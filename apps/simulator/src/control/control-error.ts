import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

/** A control request that cannot be obeyed, and the field that is to blame. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
  readonly statusCode: 400 | 404 | 409
  readonly field: string

  constructor(statusCode: 400 | 404 | 409, field: string, message: string) {
    super(message)
    this.statusCode = statusCode
    this.field = field
  }
}

/** Names the field that is to blame. */
export function answerControlError(
  error: FastifyError | ControlError,
  _request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof ControlError) {
    const { field, message, statusCode } = error
    return reply.code(statusCode).send({ field, error: `${field} ${message}` })
  }
  const field = fieldIn(error) ?? 'body'
  const allowed = error.validation?.[0]?.params['allowedValues']
  const choice = Array.isArray(allowed) ? `: ${allowed.join(', ')}` : ''
  return reply.code(error.statusCode ?? 500).send({ field, error: error.message + choice })
}

/** The field that the schema's first complaint is about. */
function fieldIn({ validation }: FastifyError): string | undefined {
  const complaint = validation?.[0]
  if (complaint === undefined) return undefined
  const { missingProperty, additionalProperty } = complaint.params
  const inner = missingProperty ?? additionalProperty
  const path = complaint.instancePath.split('/').slice(1)
  return [...path, ...(typeof inner === 'string' ? [inner] : [])].join('.') || undefined
}
