import { byWorst, type Component } from '@wheelhouse/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type Product } from './product.ts'

let product: Product

beforeAll(async () => {
  // Nothing listens there, and connectors are never read: the list stands still.
  product = await startProduct('http://127.0.0.1:9')
})
afterAll(() => product.end())

const ask = (headers: Record<string, string> = {}, query = '') =>
  fetch(`${product.url}/api/v1/components${query}`, { headers })

interface List {
  items: Component[]
  total: number
  revision: string
}

const read = async (answer: Response) => (await answer.json()) as List
const nameOf = (topic: string) => `10.0.0.1-9000:p_${topic}_source-000-0:0000000001`

test('an unchanged list is not sent again', async () => {
  await product.trackKind('connector', nameOf('one'))
  const first = await ask()
  const etag = first.headers.get('etag') ?? ''
  const again = await ask({ 'if-none-match': etag })

  expect([first.status, again.status]).toEqual([200, 304])
  expect(await again.text()).toBe('')
  expect(again.headers.get('etag')).toBe(etag)
  expect(first.headers.get('cache-control')).toBe('no-cache')
})

test('what somebody has done is in the list that is asked for next', async () => {
  const etag = (await ask()).headers.get('etag') ?? ''
  const [id = ''] = await product.trackKind('connector', nameOf('two'))
  const after = await ask({ 'if-none-match': etag })

  expect(after.status).toBe(200)
  expect((await read(after)).items.map((item) => item.id)).toContain(id)

  await product.send('DELETE', `/api/v1/components/${id}`)
  expect((await read(await ask())).items.map((item) => item.id)).not.toContain(id)
})

test('compressed, plain and narrowed it says the same, the worst first', async () => {
  await product.trackKind('connector', ...['three', 'four', '五'].map(nameOf))
  const gzip = await ask({ 'accept-encoding': 'gzip' })
  const plain = await ask({ 'accept-encoding': 'identity' })
  const narrowed = await read(await ask({}, '?kind=connector'))
  const all = await read(plain)

  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await read(gzip)).toEqual(all)
  expect(narrowed.items).toEqual(all.items)
  expect(all.items).toEqual(all.items.toSorted(byWorst))
  expect(all.total).toBe(all.items.length)
  expect(await product.component(all.items[0]?.id ?? '')).toEqual(all.items[0])
})

test('an empty estate has a list as well', async () => {
  const empty = await startProduct('http://127.0.0.1:9')
  const answer = await fetch(`${empty.url}/api/v1/components`, {
    headers: { 'accept-encoding': 'gzip' },
  })

  expect(await read(answer)).toMatchObject({ items: [], total: 0 })
  await empty.end()
})
