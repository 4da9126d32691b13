import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Operation, ProblemBody, TrackResult } from '@wheelhouse/contract'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, onTestFinished, test } from 'vitest'
import { paused, tracked } from './estate.ts'
import { startProduct, until } from './product.ts'

/** Something on the inside that must never hear of us. */
async function startTrap() {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.end('{"isSuccess":true,"replicator":{"status":"running"}}')
  })
  server.on('connection', () => heard.push('a connection'))
  return { ...(await listening(server)), heard }
}

async function listening(server: Server) {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo // only a pipe has another
  return { port, url: `http://127.0.0.1:${port}` }
}

/** A CM that sends everybody elsewhere, in each of HTTP's ways. */
async function startMisleadingCm(elsewhere: string) {
  const asked: string[] = []
  const statuses = [301, 302, 303, 307, 308]
  const server = createServer((request, response) => {
    const status = statuses[asked.length % statuses.length] ?? 302
    asked.push(`${request.method} ${request.url?.split('?')[0]}`)
    const location = request.url?.includes('metadata') ? metadata : elsewhere
    request.resume().on('end', () => {
      response.writeHead(status, { location, refresh: `0; url=${location}`, link: `<${location}>` })
      response.end()
    })
  })
  return { ...(await listening(server)), asked }
}

const metadata = 'http://169.254.169.254/latest/meta-data/'

test('wherever CM sends us with a read, we do not go', async () => {
  const trap = await startTrap()
  const cm = await startMisleadingCm(`${trap.url}/inside`)
  const product = await startProduct(cm.url)
  onTestFinished(() => product.end())
  const names = ['p_inside', 'p_metadata'].map((topic) => `10.0.0.1-9000:${topic}-000-0:0000000001`)
  const ids = await product.track(...names)
  await until(
    async () => cm.asked.length,
    (count) => count > 10,
  )

  const raw = await Promise.all(
    names.map((name) =>
      product.send<{ status: number }>(
        'GET',
        `/api/v1/clusters/main/cm/JDBCWriter/detail?writerName=${name}`,
      ),
    ),
  )

  for (const { status, body } of raw) {
    expect(status).toBe(200)
    expect(body.status).toBeGreaterThanOrEqual(301)
  }
  for (const id of ids) expect((await product.component(id)).observedAt).toBeNull()
  expect(trap.heard).toEqual([])
})

test('wherever CM sends us with a write, we do not go', async () => {
  const trap = await startTrap()
  const cm = await startMisleadingCm(`${trap.url}/inside`)
  // Of connectors nothing is read: what is not asked is not known to be out of reach.
  const product = await startProduct(cm.url)
  onTestFinished(() => product.end())
  const ids = await product.trackKind('connector', 'a', 'b', 'c', 'd', 'e')

  for (const id of ids)
    expect(await paused(product, await product.operate(id, 'stop'))).toMatchObject({
      state: 'uncertain',
      steps: [{ reply: { failure: 'BAD_STATUS' } }],
    })

  expect(cm.asked).toHaveLength(ids.length)
  expect(trap.heard).toEqual([])
})

test('no name, host, cluster or query that somebody gives becomes an address', async () => {
  const trap = await startTrap()
  const simulator = await launchSimulator()
  onTestFinished(() => simulator.end())
  const product = await startProduct(simulator.url)
  onTestFinished(() => product.end())
  const at = `127.0.0.1:${trap.port}`
  const addresses = [
    at,
    trap.url,
    `${trap.url}/x`,
    `//${at}/x`,
    `@${at}`,
    `http:${at}`,
    `http://${at}-9000:p_x-000-0:0000000001`,
    `127.0.0.1-${trap.port}:p_x-000-0:0000000001`,
    `localhost-${trap.port}:p_x-000-0:0000000002`,
    `[::1]-${trap.port}:p_x-000-0:0000000003`,
    `../../${at}`,
    `x%0d%0aHost:%20${at}`,
    metadata,
  ]

  const results = await Promise.all(
    (['writer', 'connector'] as const).map((kind) =>
      product.send<{ items: TrackResult[] }>('POST', '/api/v1/components', {
        body: { cluster: 'main', kind, names: addresses },
      }),
    ),
  )
  const connectors = results[1]?.body.items.flatMap(({ id }) => (id ? [id] : [])) ?? []
  await Promise.all(
    connectors.map(async (id) => paused(product, await product.operate(id, 'stop'))),
  )
  const mover = await tracked(
    { product, simulator },
    {
      kind: 'writer',
      name: '10.0.0.1-9000:p_moved-000-0:0000000001',
      running: false,
    },
  )
  for (const host of addresses) {
    const answer = await product.send<Operation & ProblemBody>('POST', '/api/v1/operations', {
      body: {
        component: mover,
        kind: 'migrate',
        input: { host, stop: false, start: false },
        reason: 'x',
      },
      headers: { 'idempotency-key': `to-${host}`.replaceAll(/[^\w-]/gu, '-') },
    })
    if (answer.status === 202) await paused(product, answer.body)
  }
  for (const cluster of addresses) {
    const query = new URLSearchParams({ writerName: cluster, host: at, url: trap.url })
    await product.send(
      'GET',
      `/api/v1/clusters/${encodeURIComponent(cluster)}/cm/JDBCWriter/detail?${query.toString()}`,
    )
    await product.send(
      'GET',
      `/api/v1/clusters/main/cm/JDBCWriter/detail?writerName=${encodeURIComponent(cluster)}`,
    )
    await product.send('POST', '/api/v1/components', {
      body: { cluster, kind: 'writer', names: ['x'] },
    })
  }

  expect(connectors.length).toBeGreaterThan(5)
  expect(trap.heard).toEqual([])
})
