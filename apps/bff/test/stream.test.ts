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

  // In either order: a reading may tell the row of the command before the operation tells of itself.
  const wanted = new Set(['row', 'operation'])
  const stream = eventsUntil(product.url, (event) => {
    if (event.type === 'component.changed' && event.component.lastCommand?.kind === 'stop')
      wanted.delete('row')
    if (event.type === 'operation.changed' && event.operation.state === 'succeeded')
      wanted.delete('operation')
    return wanted.size === 0
  })
  await product.operate(id, 'stop')
  const [first, ...changes] = await stream

  expect(first).toMatchObject({
    type: 'snapshot',
    components: [{ id, name }],
    clusters: [{ id: 'main', components: 1 }],
  })
  expect(changes).toContainEqual(
    expect.objectContaining({
      type: 'component.changed',
      component: expect.objectContaining({
        id,
        name,
        lastCommand: expect.objectContaining({ kind: 'stop', by: 'local' }),
      }),
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
