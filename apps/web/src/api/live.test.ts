import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ago, componentWith } from '../test/component.ts'
import { createEstateStore } from './estate-store.ts'
import { live, startLive } from './live.ts'
import type { FromHub, ToHub } from './live-protocol.ts'
import { createQueryClient } from './queries.ts'

const at = ago(0)

/** A server that answers the lists, at the revision that it has come to. */
function serverAt(first: string) {
  const server = { revision: first, isUp: true, reads: 0 }
  const answer = (url: string) => {
    if (!server.isUp) throw new TypeError('connection refused')
    if (!url.includes('/components')) return Response.json({ items: [], total: 0 })
    server.reads += 1
    const { revision } = server
    return Response.json({ items: [componentWith({ id: 'a' })], total: 1, revision })
  }
  vi.stubGlobal('fetch', (url: string) => new Promise((done) => done(answer(url))))
  return server
}

function tab() {
  const said: ToHub[] = []
  let tell: (message: FromHub) => void = () => {}
  let fail = () => {}
  const estate = createEstateStore()
  const end = startLive(createQueryClient(), {
    estate,
    clock: () => Date.now(),
    openHub(hear, onFailed) {
      tell = hear
      fail = onFailed
      return { post: (message) => said.push(message) }
    },
  })
  return {
    estate,
    end,
    joined: () => said.flatMap((one) => (one.type === 'join' ? [one.revision] : [])),
    said: (type: ToHub['type']) => said.some((one) => one.type === type),
    tell: (message: FromHub) => tell(message),
    fail: () => fail(),
  }
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const changeTo = (verdict: 'stopped' | 'stalled') =>
  JSON.stringify([
    { type: 'component.changed', at, component: componentWith({ id: 'a', verdict }) },
  ])

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a tab reads the rows, then goes on from their revision', async () => {
  serverAt('e.5')
  const { estate, joined, tell, end } = tab()
  await pass(0.1)
  expect(joined()).toEqual(['e.5'])

  tell({ type: 'state', state: 'live' })
  tell({ type: 'message', revision: 'e.6', data: changeTo('stopped') })
  tell({ type: 'message', revision: 'e.4', data: changeTo('stalled') })

  expect(live.get()).toBe('live')
  expect(estate.get('a')?.verdict).toBe('stopped')
  end()
})

test('after a gap the rows are read anew, and none goes back', async () => {
  const server = serverAt('e.5')
  const { estate, joined, tell, end } = tab()
  await pass(0.1)
  tell({ type: 'message', revision: 'e.8', data: changeTo('stopped') })

  tell({ type: 'gap' })
  await pass(0.1)
  expect(estate.get('a')?.verdict).toBe('stopped')
  server.revision = 'e.9'
  await pass(3)
  tell({ type: 'gap' })
  await pass(0.1)

  expect(joined()).toEqual(['e.5', 'e.8', 'e.9'])
  expect(estate.get('a')?.verdict).toBe('running')
  end()
})

test('a tab whose rows can’t be read joins nonetheless, and asks again while the stream is down', async () => {
  const server = serverAt('e.5')
  server.isUp = false
  const { estate, joined, tell, end } = tab()
  await pass(0.1)
  expect(joined()).toEqual([null])

  tell({ type: 'state', state: 'down' })
  server.isUp = true
  await pass(5)

  expect(estate.get('a')?.id).toBe('a')
  end()
})

test('while the stream lives nothing is asked again', async () => {
  const server = serverAt('e.5')
  const { tell, end } = tab()
  await pass(0.1)
  tell({ type: 'state', state: 'live' })

  for (let pings = 0; pings < 8; pings += 1) {
    await pass(15)
    tell({ type: 'ping' })
  }

  expect(server.reads).toBe(1)
  end()
})

test('a hub that says nothing any more is joined again, from where the tab stands', async () => {
  serverAt('e.5')
  const { joined, said, tell, end } = tab()
  await pass(0.1)
  tell({ type: 'state', state: 'live' })
  tell({ type: 'message', revision: 'e.7', data: changeTo('stopped') })

  await pass(40)

  expect(joined()).toEqual(['e.5', 'e.7'])
  end()
  expect(said('leave')).toBe(true)
})
