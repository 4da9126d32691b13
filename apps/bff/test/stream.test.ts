import { expect, test } from 'vitest'
import { startProduct } from './product.ts'
import { eventsUntil } from './stream.ts'
import { launchSimulator } from '@wheelhouse/simulator'

test('a stream begins with everything, then tells what changed, each row whole', async () => {
  const simulator = await launchSimulator()
  const product = await startProduct(simulator.url)
  const name = '10.0.0.1-9000:p_stream_source-000-0:0000000001'
  await simulator.control('POST', 'writers', { name })
  const [id = ''] = await product.track(name)

  const stream = eventsUntil(
    product.url,
    (event) => event.type === 'component.changed' && event.component.lastCommand?.kind === 'stop',
  )
  await product.operate(id, 'stop')
  const [first, ...changes] = await stream

  expect(first).toMatchObject({
    type: 'snapshot',
    components: [{ id, name }],
    clusters: [{ id: 'main', components: 1 }],
  })
  expect(changes.at(-1)).toMatchObject({ component: { id, name, lastCommand: { by: 'local' } } })
  expect(changes).toContainEqual(
    expect.objectContaining({
      type: 'operation.changed',
      operation: expect.objectContaining({ state: 'succeeded' }),
    }),
  )
  await product.end()
  await simulator.end()
})

test('the server closes while streams are open', async () => {
  const product = await startProduct('http://127.0.0.1:9')
  const stream = eventsUntil(product.url, () => false)
  const ending = stream.catch((error: unknown) => String(error))
  await eventsUntil(product.url, ({ type }) => type === 'snapshot')

  await product.end()

  expect(await ending).toContain('the stream ended')
})
