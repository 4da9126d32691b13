import { AsyncLocalStorage } from 'node:async_hooks'
import fp from 'fastify-plugin'

/** The request that somebody asked with, as it goes on record. */
export interface Asked {
  requestId: string
  /** Where it came from: that of the connection, unless a trusted proxy told another. */
  address: string
}

const storage = new AsyncLocalStorage<Asked>()

/**
 * Whatever goes on record while a request is handled is of that request, wherever it is written from: no
 * place that writes can forget to say so.
 */
export const asked = fp(
  async (app) => {
    app.decorateRequest('asked')
    // Before all others, which may refuse it and put that on record.
    app.addHook('onRequest', (request, _reply, done) => {
      request.asked = { requestId: request.id, address: request.ip }
      storage.run(request.asked, done)
    })
    // Once more: a body is read by what the connection says, and that is of no request.
    app.addHook('preValidation', (request, _reply, done) => storage.run(request.asked, done))
    app.addHook('onSend', (request, _reply, payload, done) =>
      storage.run(request.asked, () => done(null, payload)),
    )
  },
  { name: 'asked' },
)

/** The request that is being handled; `undefined` for what happens by itself. */
export const askedNow = (): Asked | undefined => storage.getStore()

/** Runs what outlives the request that began it, and is no longer of it. */
export const byItself = <T>(run: () => T): T => storage.exit(run)

declare module 'fastify' {
  interface FastifyRequest {
    asked: Asked
  }
}
