import { everywhere } from '@wheelhouse/contract'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import type { Principal } from '../rights/principal.ts'
import { access, publicAccess, type RouteAccess } from './access.ts'
import type { Denial } from './denials.ts'
import { errors } from './errors.ts'

const reading: RouteAccess = { permission: 'read', target: 'component', audit: 'none' }

/** A door before one component, `here`, which is called `w`. */
async function doorFor(principal: Principal | null, { isSetupNeeded = false } = {}) {
  const denials: Denial[] = []
  const app = Fastify({ exposeHeadRoutes: false })
  await app.register(errors)
  await app.register(access, {
    principalOf: async () => principal,
    isSetupNeeded: () => isSetupNeeded,
    targets: {
      component: (id) =>
        id === 'here' ? { cluster: 'main', kind: 'writer', name: 'w' } : undefined,
      operation: async () => undefined,
      hasCluster: (id) => id === 'main',
    },
    onDenied: async (denial) => void denials.push(denial),
    steady: () => performance.now(),
  })
  const get = async (url: string) => {
    const { statusCode, body } = await app.inject(url)
    return { status: statusCode, ...(JSON.parse(body) as { code?: string; permission?: string }) }
  }
  return { app, get, denials }
}

const somebody: Principal = { id: 'user:1', actor: 'ann', grants: [everywhere('viewer')] }
const done = async () => ({ done: true })

test.each([
  ['says nothing', {}],
  ['is public without being on the list', { config: { access: publicAccess } }],
])('a route that %s ends the start, by its name', async (_what, options) => {
  const { app } = await doorFor(somebody)
  app.get('/api/v1/forgotten', options, done)

  await expect(app.ready()).rejects.toThrow('GET /api/v1/forgotten')
})

test('a route of a plugin, and one for HEAD, are no exception', async () => {
  const { app } = await doorFor(somebody)
  await app.register(
    async (inner) => inner.route({ method: ['HEAD'], url: '/deep', handler: done }),
    { prefix: '/api/v1' },
  )

  await expect(app.ready()).rejects.toThrow('HEAD /api/v1/deep')
})

test('nobody passes but who is signed in, before anything of the request is read', async () => {
  const { app, get } = await doorFor(null)
  app.get('/api/v1/components/:id', { config: { access: reading } }, done)
  app.get('/healthz', { config: { access: publicAccess } }, done)

  expect(await get('/api/v1/components/here')).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' })
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/api/v1/nothing')).status).toBe(404)
  const { statusCode } = await app.inject({
    url: '/api/v1/components/here',
    headers: { 'content-type': 'application/json' },
    payload: '{"not json',
  })
  expect(statusCode).toBe(401)
})

test('until there is an administrator nothing but the page, health and the set-up answers', async () => {
  const { app, get } = await doorFor(null, { isSetupNeeded: true })
  const anybodys = { config: { access: { permission: 'public', audit: 'none' } } } as const
  app.get('/api/v1/components/:id', { config: { access: reading } }, done)
  app.get('/healthz', { config: { access: publicAccess } }, done)
  app.get('/api/v1/session', anybodys, done)
  app.post('/api/v1/session', anybodys, done)
  app.post('/api/v1/setup', anybodys, done)

  expect(await get('/api/v1/components/here')).toMatchObject({ status: 403, code: 'SETUP_NEEDED' })
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/api/v1/session')).status).toBe(200)
  const post = async (url: string) => (await app.inject({ method: 'POST', url })).statusCode
  expect([await post('/api/v1/setup'), await post('/api/v1/session')]).toEqual([200, 403])
})

test('what is out of scope is answered as what is not there, and only the one goes on record', async () => {
  const narrow = { role: 'viewer', cluster: 'main', kind: '*', name: 'other' } as const
  const { app, get, denials } = await doorFor({ ...somebody, grants: [narrow] })
  app.get('/api/v1/components/:id', { config: { access: reading } }, done)

  const [here, nowhere] = [
    await get('/api/v1/components/here'),
    await get('/api/v1/components/nowhere'),
  ]
  await get('/api/v1/components/here')
  await new Promise((resolve) => setImmediate(resolve))

  expect(JSON.stringify({ ...here, requestId: '' })).toBe(
    JSON.stringify({ ...nowhere, requestId: '' }).replace('nowhere', 'here'),
  )
  expect(denials).toEqual([
    { actor: 'ann', body: { route: 'GET /api/v1/components/:id', target: 'here' } },
  ])
})

test('what is seen and not allowed names the permission', async () => {
  const { app, get } = await doorFor(somebody)
  const changing: RouteAccess = { permission: 'inventory', target: 'component', audit: 'none' }
  app.get('/api/v1/components/:id', { config: { access: changing } }, done)

  expect(await get('/api/v1/components/here')).toMatchObject({
    status: 403,
    code: 'NOT_ALLOWED',
    permission: 'inventory',
  })
})

test('whoever tries everything fills no disk', async () => {
  const { app, denials } = await doorFor({ ...somebody, grants: [] })
  for (let number = 0; number < 200; number += 1)
    app.get(`/api/v1/${number}`, { config: { access: { ...reading, target: undefined } } }, done)
  for (let number = 0; number < 200; number += 1) await app.inject(`/api/v1/${number}`)
  await new Promise((resolve) => setImmediate(resolve))

  expect(denials).toHaveLength(60)
})
