import type { Component, ProblemBody } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { launchSimulator } from '@wheelhouse/simulator'
import { startProduct, until } from './product.ts'
import { messagesOf } from './stream.ts'

const names = Array.from(
  { length: 60 },
  (_, at) => `10.0.0.1-9000:p_watched${at}_source-000-0:0000000001`,
)

test('what a stream shows is read first, until the stream closes', async () => {
  const simulator = await launchSimulator()
  for (const name of names) await simulator.control('POST', 'writers', { name })
  const product = await startProduct(simulator.url, { cluster: { callsPerSecond: 4 } })
  const ids = await product.track(...names)
  const last = ids.at(-1) ?? ''
  const watch = (components: readonly string[]) =>
    product.send<ProblemBody | null>('PUT', '/api/v1/events/one-of-mine/watch', {
      body: { components },
    })
  const closing = new AbortController()
  const stream = messagesOf(product.url, { stream: 'one-of-mine', signal: closing.signal })

  expect(await watch([last])).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
  await stream.next()
  expect(await watch([last, 'of no component'])).toEqual({ status: 204, body: null })

  // A round over sixty takes fifteen seconds, and half of the turns are the watched one's.
  const observedAt = async () => (await product.get<Component>(`/components/${last}`)).observedAt
  const seen: (string | null)[] = []
  const startedAt = performance.now()
  for (let times = 0; times < 3; times += 1)
    seen.push(await until(observedAt, (at) => at !== null && !seen.includes(at)))
  expect(performance.now() - startedAt).toBeLessThan(8000)

  closing.abort()
  await stream.next().catch(() => {})
  await until(
    () => watch([]),
    ({ status }) => status === 404,
  )
  await product.end()
  await simulator.end()
}, 30_000)
