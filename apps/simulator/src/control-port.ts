import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'

/**
 * Opens a second port for the control routes alone, so that they can be reached while CM's own
 * port is shut. Ends with the app.
 */
export async function openControlPort(app: FastifyInstance): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/_sim/')) app.routing(request, response)
    else response.writeHead(404).end()
  })
  app.addHook('onClose', (_app, done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
  await app.ready()
  server.listen({ host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  // It listens on TCP, so its address has a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
