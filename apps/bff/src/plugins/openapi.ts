import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from '@fastify/type-provider-zod'
import fp from 'fastify-plugin'

/** The contract's routes as OpenAPI 3.1 at `/api/openapi.json`. */
export const openapi = fp<{ version: string }>(
  async (app, { version }) => {
    await app.register(swagger, {
      openapi: { openapi: '3.1.0', info: { title: 'Wheelhouse', version }, servers: [] },
      transform: jsonSchemaTransform,
    })
    const config = { access: { permission: 'signed-in', audit: 'none' } } as const
    app.get('/api/openapi.json', { schema: { hide: true }, config }, async () => app.swagger())
  },
  { name: 'openapi' },
)
