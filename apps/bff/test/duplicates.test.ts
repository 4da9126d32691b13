import type { Operation, ProblemBody } from '@wheelhouse/contract'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, onTestFinished, test } from 'vitest'
import { assure } from './assure.ts'
import { startProduct, until } from './product.ts'
import { RawConnection } from './raw-connection.ts'

/** Each is stopped and started again: two keys a component. */
const components = 500
const workers = 8
/** So many connections carry the same bytes at once. */
const copies = 2

test('a thousand requests, each sent several times, make a thousand operations and a thousand calls', async () => {
  const simulator = await launchSimulator()
  const many = 1_000_000
  const product = await startProduct(simulator.url, {
    limits: { operationsPerMinute: many, changesPerMinute: many, readsPerMinute: many },
    cluster: { callsPerSecond: 1 },
  })
  onTestFinished(async () => {
    await product.end()
    await simulator.end()
  })
  const names = Array.from(
    { length: components },
    (_, at) => `10.0.8.1-9000:connector:p_twice${at}-000-0:0000000001`,
  )
  for (const name of names) await simulator.control('POST', 'connectors', { name, running: true })
  const ids = await product.trackKind('connector', ...names)

  const bytesOf = (component: string, { kind, key }: { kind: string; key: string }) => {
    const body = JSON.stringify({ component, kind })
    const lines = [
      'POST /api/v1/operations HTTP/1.1',
      `host: ${new URL(product.url).host}`,
      'content-type: application/json',
      'x-wheelhouse: 1',
      `idempotency-key: ${key}`,
      `content-length: ${body.length}`,
    ]
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
  }
  const made = new Map<string, string>()
  let posts = 0
  let refused = 0

  /** Sends the same bytes on every connection at once, and once more when they were answered. */
  async function press(component: string, kind: string, connections: readonly RawConnection[]) {
    const key = `${kind}-${component}`
    const bytes = bytesOf(component, { kind, key })
    const answers = await Promise.all(connections.map((one) => one.send(bytes)))
    // And once more when they were answered.
    for (const one of connections.slice(0, 1)) answers.push(await one.send(bytes))
    posts += answers.length
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202))
    const operations = new Set(answers.map(({ body }) => (body as Operation).id))
    expect(operations.size).toBe(1)
    made.set(key, [...operations].join(' '))
    if (made.size % 5 > 0) return

    const other = bytesOf(component, { kind: kind === 'stop' ? 'start' : 'stop', key })
    const refusals = await Promise.all(connections.map((one) => one.send(other)))
    posts += refusals.length
    refused += refusals.length
    for (const { status, body } of refusals)
      expect([status, (body as ProblemBody).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  }

  async function pressAll(kind: string) {
    const left = [...ids]
    await Promise.all(
      Array.from({ length: workers }, async () => {
        const connections = Array.from({ length: copies }, () => new RawConnection(product.url))
        for (let id = left.pop(); id !== undefined; id = left.pop())
          await press(id, kind, connections)
        for (const connection of connections) connection.end()
      }),
    )
    await until(
      () => product.get<{ total: number }>('/operations?state=succeeded&limit=1'),
      ({ total }) => total === made.size,
      60_000,
    )
  }
  await pressAll('stop')
  await pressAll('start')

  const keys = components * 2
  const { total } = await product.get<{ total: number }>('/operations?limit=1')
  const writes = await simulator.writes()
  const calls = new Set(writes.map(({ path, query }) => `${path} ${query['taskName']}`))
  expect([made.size, new Set(made.values()).size, total]).toEqual([keys, keys, keys])
  expect([writes.length, calls.size]).toEqual([keys, keys])
  assure('duplicate-submission', {
    keys: made.size,
    posts,
    otherPayloadsRefused: refused,
    operations: total,
    calls: writes.length,
    duplicates: writes.length - calls.size + (total - made.size),
  })
}, 180_000)
