import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { createGunzip } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Broadcast } from './broadcast.ts'
import { deflatePiece } from './deflate.ts'

/** A small estate: rows that count, so that an old one and a lost one show. */
const rows = new Map<string, { whole: number; part: number; filler: string }>()
let broadcast: Broadcast
let server: ReturnType<typeof createServer>
let snapshots = 0

beforeEach(async () => {
  rows.clear()
  snapshots = 0
  broadcast = new Broadcast({
    epoch: 'life',
    snapshot: async () => {
      snapshots += 1
      const { seq } = broadcast
      const all = JSON.stringify([{ type: 'snapshot', rows: [...rows] }])
      const said = Buffer.from(`id: life.${seq}\ndata: ${all}\n\n`)
      // As long as compressing takes: meanwhile the estate goes on.
      await new Promise((resolve) => setImmediate(resolve))
      return { seq, deflated: deflatePiece(said), plain: () => said }
    },
    now: () => '2026-01-01T00:00:00.000Z',
    steady: () => performance.now(),
    chance: () => 0,
    onBug: (error) => {
      throw error
    },
  })
  server = createServer((request, response) => {
    const isGzip = request.headers['accept-encoding'] === 'gzip'
    response.useChunkedEncodingByDefault = false
    response.writeHead(200)
    broadcast.open(response, {
      isGzip,
      since: request.headers['last-event-id'] as string | undefined,
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  broadcast.close()
  server.closeAllConnections()
  server.close()
})

function change(id: string, { isPart = false, size = 0 } = {}) {
  const row = rows.get(id) ?? { whole: 0, part: 0, filler: '' }
  if (isPart) rows.set(id, { ...row, part: row.part + 1 })
  else
    rows.set(id, { ...row, whole: row.whole + 1, filler: Math.random().toString(36).repeat(size) })
  broadcast.put({
    row: id,
    isPart,
    text: () => {
      const { part, ...rest } = rows.get(id) ?? row
      return JSON.stringify(
        isPart ? { type: 'part', id, part } : { type: 'whole', id, row: { part, ...rest } },
      )
    },
  })
}

function remove(id: string) {
  rows.delete(id)
  broadcast.put({ row: id, text: () => JSON.stringify({ type: 'gone', id }) })
}

/** As a browser: takes messages as they come and knows what it was told. */
class Reader {
  known = new Map<string, object>()
  lastId: string | undefined
  snapshots = 0
  messages = 0
  readonly #isGzip: boolean
  #answer: IncomingMessage | undefined
  #isPaused = false

  constructor({ isGzip }: { isGzip: boolean }) {
    this.#isGzip = isGzip
  }

  connect() {
    let text = ''
    const headers = {
      ...(this.#isGzip && { 'accept-encoding': 'gzip' }),
      ...(this.lastId && { 'last-event-id': this.lastId }),
    }
    const { port } = server.address() as AddressInfo
    const request = get({ port, host: '127.0.0.1', headers }, (answer) => {
      this.#answer = answer
      if (this.#isPaused) answer.pause()
      const body = this.#isGzip ? answer.pipe(createGunzip()) : answer
      answer.on('error', () => {})
      body.on('error', () => {})
      body.setEncoding('utf8').on('data', (chunk: string) => {
        if (this.#answer !== answer) return
        text += chunk
        const blocks = text.split('\n\n')
        text = blocks.pop() ?? ''
        for (const block of blocks) this.#take(block)
      })
    })
    request.on('error', () => {})
  }

  disconnect() {
    this.#answer?.destroy()
    this.#answer = undefined
  }

  pause() {
    this.#isPaused = true
    this.#answer?.socket.pause()
  }

  resume() {
    this.#isPaused = false
    this.#answer?.socket.resume()
    this.#answer?.resume()
  }

  #take(block: string) {
    const { id, data } = /^(?:id: (?<id>.+)\n)?data: (?<data>.+)$/u.exec(block)?.groups ?? {}
    if (data === undefined) return
    this.messages += 1
    if (id !== undefined) this.lastId = id
    // Our own, made above.
    for (const event of JSON.parse(data) as ({ type: string; id: string } & Record<
      string,
      never
    >)[]) {
      if (event.type === 'snapshot') {
        this.snapshots += 1
        this.known = new Map(event['rows'])
      }
      if (event.type === 'gone') this.known.delete(event.id)
      if (event.type === 'whole') this.known.set(event.id, event['row'] ?? {})
      if (event.type === 'part')
        this.known.set(event.id, { ...this.known.get(event.id), part: event['part'] })
    }
  }
}

/** Whether it has each row, in any order, as it is: no other one, none from before. */
const knows = (reader: Reader) => () =>
  reader.known.size === rows.size &&
  [...rows].every(([id, row]) => isDeepStrictEqual(reader.known.get(id), row))

/** The same numbers each time, so that a failure can be looked at. */
function chances(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
}

test.for([1, 2, 3, 4, 5, 6])(
  'whatever readers do, in the end each knows every row as it is: %i',
  { timeout: 30_000 },
  async (seed) => {
    const below = chances(seed)
    const readers = [false, true, true].map((isGzip) => new Reader({ isGzip }))
    for (const reader of readers) reader.connect()

    for (let turn = 0; turn < 300; turn += 1) {
      const id = `row ${below(20)}`
      const size = seed % 2 === 0 ? 3000 : 1
      const act = below(20)
      if (act < 9) change(id, { isPart: rows.has(id), size })
      else if (act < 14) change(id, { size })
      else if (act < 16) remove(id)
      const reader = readers[below(readers.length)]
      if (act === 16) reader?.disconnect()
      if (act === 17) reader?.connect()
      if (act === 18) reader?.pause()
      if (act === 19) reader?.resume()
      // At any moment of a message's way, not in order to wait for something.
      if (below(4) === 0) await new Promise((resolve) => setTimeout(resolve, below(30)))
    }
    for (const reader of readers) {
      reader.disconnect()
      reader.resume()
      reader.connect()
    }

    for (const reader of readers) await expect.poll(knows(reader), { timeout: 10_000 }).toBe(true)
  },
)

test('who comes back hears what was missed, and no snapshot', async () => {
  const reader = new Reader({ isGzip: true })
  change('a')
  reader.connect()
  await expect.poll(knows(reader), { timeout: 10_000 }).toBe(true)
  reader.disconnect()
  change('b')
  change('a', { isPart: true })
  reader.connect()
  await expect.poll(knows(reader), { timeout: 10_000 }).toBe(true)

  expect(reader.snapshots).toBe(1)
})

test('who comes back after more than is kept, or from another life, hears a snapshot', async () => {
  const reader = new Reader({ isGzip: true })
  reader.lastId = 'otherlife.3'
  change('a')
  reader.connect()
  await expect.poll(knows(reader), { timeout: 10_000 }).toBe(true)
  expect(reader.snapshots).toBe(1)

  reader.disconnect()
  reader.lastId = 'life.999'
  reader.connect()
  await expect.poll(() => reader.snapshots, { timeout: 10_000 }).toBe(2)
})

test('a reader that stops hears one snapshot when it reads again, and no backlog', async () => {
  const [stopped, other] = [new Reader({ isGzip: false }), new Reader({ isGzip: true })]
  for (const reader of [stopped, other]) reader.connect()
  await expect.poll(() => stopped.snapshots + other.snapshots, { timeout: 10_000 }).toBe(2)

  stopped.pause()
  for (let turn = 0; turn < 12; turn += 1) {
    change('large', { size: 200_000 })
    await expect.poll(knows(other), { timeout: 10_000 }).toBe(true)
  }
  const heard = stopped.messages
  stopped.resume()
  await expect.poll(knows(stopped), { timeout: 10_000 }).toBe(true)

  expect(stopped.snapshots).toBeLessThanOrEqual(3)
  expect(stopped.messages - heard).toBeLessThan(10)
  expect(other.snapshots).toBe(1)
})

test('while nobody listens changes are counted and nothing is made of them', async () => {
  let made = 0
  broadcast.put({ row: 'a', text: () => String((made += 1)) })
  await expect.poll(() => broadcast.seq, { timeout: 10_000 }).toBe(1)

  expect([made, snapshots, broadcast.changes]).toEqual([0, 0, 1])
})

test('a quiet stream is told that it lives', { timeout: 10_000 }, async () => {
  const reader = new Reader({ isGzip: true })
  reader.connect()
  await expect.poll(() => reader.messages, { timeout: 8000 }).toBe(2)

  expect(reader.lastId).toBe('life.0')
})
