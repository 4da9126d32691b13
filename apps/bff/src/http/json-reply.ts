import type { FastifyReply } from 'fastify'

/** Sends JSON that has been made already, past the schema's serialiser. */
export const sendJson = (reply: Pick<FastifyReply, 'type'>, json: string | Buffer): never =>
  // The schema types what a handler answers; this text is made of values of the same type.
  reply.type('application/json; charset=utf-8').send(json) as never
