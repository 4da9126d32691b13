import type { Component } from '@wheelhouse/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { mirrorOf, type Mirror } from './mirror.ts'
import { startProduct, until, type Product } from './product.ts'
import { messagesOf } from './stream.ts'

let simulator: Simulator
let product: Product

beforeAll(async () => {
  simulator = await launchSimulator()
  product = await startProduct(simulator.url)
})
afterAll(async () => {
  await product.end()
  await simulator.end()
})

interface List {
  items: Component[]
  revision: string
}

const list = () => product.get<List>('/components')
const nameOf = (topic: string) => `10.0.0.1-9000:p_${topic}_source-000-0:0000000001`

/** Until what the stream told is what the list says. */
const untilAlike = (mirror: Mirror) =>
  until(
    async () => ({
      told: inOrder([...mirror.rows.values()]),
      listed: inOrder((await list()).items),
    }),
    ({ told, listed }) => JSON.stringify(told) === JSON.stringify(listed),
  )

/** Rows by their ids, each with its keys in one order. */
const inOrder = (rows: readonly Component[]) =>
  rows
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((row) => Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))

test('a stream goes on from the revision of a list, without telling it again', async () => {
  const [first = ''] = await product.trackKind('connector', nameOf('listed'))
  const { items, revision } = await list()
  const mirror = mirrorOf(product.url, { since: revision, items })
  const [second = ''] = await product.trackKind('connector', nameOf('later'))

  mirror.follow()
  await until(
    async () => [...mirror.rows.keys()],
    (ids) => ids.includes(second),
  )
  await mirror.leave()

  expect(mirror.snapshots()).toBe(0)
  expect([...mirror.rows.keys()]).toContain(first)
})

test('a revision of another life, or none at all, begins with a snapshot', async () => {
  for (const since of ['otherlife.3', 'nonsense', '1.2.3', ''])
    for await (const { events } of messagesOf(product.url, { since })) {
      expect(events.map(({ type }) => type)).toEqual(['snapshot'])
      break
    }
})

test('the id that a browser sends by itself wins over the address', async () => {
  const { revision } = await list()
  const [id = ''] = await product.trackKind('connector', nameOf('between'))
  const headers = { 'last-event-id': revision }

  for await (const { events } of messagesOf(product.url, { since: 'otherlife.1', headers })) {
    expect(events).toContainEqual(
      expect.objectContaining({
        type: 'component.changed',
        component: expect.objectContaining({ id }),
      }),
    )
    break
  }
})

test('no row is lost or old after streams that were left and taken up at any moment', async () => {
  const mirrors = [mirrorOf(product.url), mirrorOf(product.url)]
  for (const mirror of mirrors) mirror.follow()
  const tracked: string[] = []
  for (let turn = 0; turn < 40; turn += 1) {
    const name = nameOf(`turn${turn}`)
    const kind = turn % 3 === 0 ? 'writer' : 'connector'
    if (kind === 'writer')
      await simulator.control('POST', 'writers', { name, lagSeconds: turn * 20 })
    tracked.push(...(await product.trackKind(kind, name)))
    if (turn % 4 === 3) await product.send('DELETE', `/api/v1/components/${tracked.shift()}`)
    if (turn % 5 === 1) await product.operate(tracked.at(-1) ?? '', 'stop')
    const mirror = mirrors[turn % mirrors.length]
    await mirror?.leave()
    if (turn % 7 === 0) await list()
    mirror?.follow()
  }

  // From now on only failed reads change anything, and those seldom.
  await simulator.end()
  for (const mirror of mirrors) {
    await untilAlike(mirror)
    await mirror.leave()
    expect(mirror.snapshots()).toBe(1)
  }
})
