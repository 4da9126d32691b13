import { heartbeatSeconds } from '@wheelhouse/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EventStream } from './event-line.ts'
import { createLiveHub } from './live-hub.ts'
import type { FromHub, TabPort } from './live-protocol.ts'

class FakeStream implements EventStream {
  readonly CLOSED = 2
  readyState = 0
  readonly url: string
  readonly #listeners = new Map<string, (message: MessageEvent<string>) => void>()

  constructor(url: string) {
    this.url = url
  }

  addEventListener(type: string, listener: (message: MessageEvent<string>) => void) {
    this.#listeners.set(type, listener)
  }

  say(lastEventId: string, data: string) {
    this.#listeners.get('message')?.(new MessageEvent('message', { data, lastEventId }))
  }

  happen(type: 'open' | 'error') {
    this.#listeners.get(type)?.(new MessageEvent(type))
  }

  /** As after an HTTP error. */
  refuse() {
    this.readyState = this.CLOSED
    this.happen('error')
  }

  close() {
    this.readyState = this.CLOSED
  }
}

const heartbeat = '[{"type":"heartbeat"}]'
const snapshot = '[{"type":"snapshot","at":"…"}]'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

function hubWithTabs() {
  const server = { isSignedOut: false }
  const streams: FakeStream[] = []
  const hub = createLiveHub({
    clock: () => Date.now(),
    openStream: (url) => {
      const stream = new FakeStream(url)
      streams.push(stream)
      return stream
    },
    isSignedOut: () => Promise.resolve(server.isSignedOut),
  })
  const tab = (isAnswering = true) => {
    const heard: FromHub[] = []
    const port: TabPort = {
      post(message) {
        if (message.type !== 'ping') heard.push(message)
        else if (isAnswering) hub.take(port, { type: 'pong' })
      },
    }
    return {
      say: (message: Parameters<typeof hub.take>[1]) => hub.take(port, message),
      told: () => heard.flatMap((one) => (one.type === 'message' ? [one.data] : [])),
      states: () => heard.flatMap((one) => (one.type === 'state' ? [one.state] : [])),
      signedOut: () => heard.filter(({ type }) => type === 'signed-out').length,
      gaps: () => heard.filter(({ type }) => type === 'gap').length,
      watched: () => heard.flatMap((one) => (one.type === 'watch' ? [one.ids.join(' ')] : [])),
    }
  }
  return { server, streams, tab, stream: () => streams.at(-1) }
}

test('the stream goes on from what the first tab shows, and tabs that come later share it', () => {
  const { streams, tab, stream } = hubWithTabs()
  const first = tab()
  const second = tab()

  first.say({ type: 'join', revision: 'e.5' })
  expect(stream()?.url).toMatch(/^stream=\w{8,64}&since=e\.5$/u)
  stream()?.say('e.6', 'six')
  stream()?.say('e.7', 'seven')
  second.say({ type: 'join', revision: 'e.6' })
  stream()?.say('e.8', 'eight')

  expect(streams).toHaveLength(1)
  expect(first.told()).toEqual(['six', 'seven', 'eight'])
  expect(second.told()).toEqual(['seven', 'eight'])
})

test('a tab that shows what is no longer known is told of the gap, and hears nothing until it has read anew', () => {
  const { tab, stream } = hubWithTabs()
  tab().say({ type: 'join', revision: 'e.5' })
  const late = tab()

  late.say({ type: 'join', revision: 'e.3' })
  stream()?.say('e.6', 'six')
  expect([late.gaps(), late.told()]).toEqual([1, []])

  late.say({ type: 'join', revision: 'e.5' })
  expect(late.told()).toEqual(['six'])
})

test('another life of the server is a gap to all, unless it tells everything', () => {
  const { tab, stream } = hubWithTabs()
  const one = tab()
  one.say({ type: 'join', revision: 'e.5' })

  stream()?.say('f.2', 'two')
  expect([one.gaps(), one.told()]).toEqual([1, []])

  stream()?.say('g.1', snapshot)
  stream()?.say('g.2', 'two')
  expect(one.told()).toEqual([snapshot, 'two'])
})

test('a tab that could read nothing is told everything by the stream', () => {
  const { tab, stream } = hubWithTabs()
  const one = tab()

  one.say({ type: 'join', revision: null })
  expect(stream()?.url).not.toContain('since')
  stream()?.say('e.1', snapshot)

  expect(one.told()).toEqual([snapshot])
  expect(one.gaps()).toBe(0)
})

test('heartbeats alone keep the line alive', () => {
  const { streams, tab, stream } = hubWithTabs()
  const one = tab()
  one.say({ type: 'join', revision: 'e.5' })

  for (let beat = 0; beat < 20; beat += 1) {
    stream()?.say('', heartbeat)
    pass(heartbeatSeconds)
  }

  expect(one.states()).toEqual(['connecting', 'live'])
  expect(streams).toHaveLength(1)
})

test('after three heartbeats of silence the line is opened anew from where it stood, and soon counts as down', () => {
  const { streams, tab, stream } = hubWithTabs()
  const one = tab()
  one.say({ type: 'join', revision: 'e.5' })
  stream()?.say('e.6', 'six')

  pass(3 * heartbeatSeconds)
  expect(one.states().at(-1)).toBe('live')

  pass(3)
  expect(one.states().at(-1)).toBe('reconnecting')
  expect(streams).toHaveLength(2)
  expect(streams[0]?.readyState).toBe(2)
  expect(streams[1]?.url).toContain('since=e.6')

  pass(6)
  expect(one.states().at(-1)).toBe('down')

  stream()?.happen('open')
  expect(one.states().at(-1)).toBe('live')
})

test('a stream that the browser gave up for good is opened anew', () => {
  const { streams, tab } = hubWithTabs()
  tab().say({ type: 'join', revision: 'e.5' })

  streams[0]?.close()
  streams[0]?.happen('error')
  pass(3)

  expect(streams).toHaveLength(2)
})

test('one tab tells the server what all tabs show, and again when the stream is another', () => {
  const { tab, stream } = hubWithTabs()
  const first = tab()
  const second = tab()
  first.say({ type: 'join', revision: 'e.5' })
  second.say({ type: 'join', revision: 'e.5' })
  stream()?.happen('open')

  first.say({ type: 'watch', ids: ['a', 'b'] })
  pass(0.2)
  second.say({ type: 'watch', ids: ['b', 'c'] })
  pass(0.2)
  expect([...first.watched(), ...second.watched()]).toEqual(['a b c'])

  stream()?.happen('open')
  second.say({ type: 'leave' })
  pass(0.3)
  expect(first.watched()).toEqual(['a b'])
})

test('a tab that answers no more is dropped, and with the last one the stream is closed', () => {
  const { streams, tab, stream } = hubWithTabs()
  const dead = tab(false)
  dead.say({ type: 'join', revision: 'e.5' })

  for (let beat = 0; beat < 20; beat += 1) {
    stream()?.say('', heartbeat)
    pass(heartbeatSeconds)
  }

  expect(streams).toHaveLength(1)
  expect(stream()?.readyState).toBe(2)
  expect(dead.told().length).toBeLessThan(20)
})

test('a tab that was dropped while it was frozen is told of the gap once it speaks again', () => {
  const { tab, stream } = hubWithTabs()
  const awake = tab()
  const frozen = tab(false)
  for (const one of [awake, frozen]) one.say({ type: 'join', revision: 'e.5' })
  for (let beat = 0; beat < 20; beat += 1) {
    stream()?.say('', heartbeat)
    pass(heartbeatSeconds)
  }
  stream()?.say('e.6', 'six')
  expect(frozen.told()).not.toContain('six')

  // What was waiting for it is answered as it thaws.
  for (let ping = 0; ping < 4; ping += 1) frozen.say({ type: 'pong' })
  expect(frozen.gaps()).toBe(1)

  frozen.say({ type: 'join', revision: 'e.5' })
  stream()?.say('e.7', 'seven')
  expect(frozen.told().slice(-2)).toEqual(['six', 'seven'])
})

test('what is shown is told of a stream that is open, for the server knows no other', () => {
  const { tab, stream } = hubWithTabs()
  const one = tab()
  one.say({ type: 'watch', ids: ['a'] })
  pass(1)
  one.say({ type: 'join', revision: 'e.5' })
  pass(1)
  expect(one.watched()).toEqual([])

  stream()?.happen('open')
  stream()?.happen('error')
  one.say({ type: 'watch', ids: ['a', 'b'] })
  pass(1)
  expect(one.watched()).toEqual([])

  stream()?.happen('open')
  pass(1)
  expect(one.watched()).toEqual(['a b'])
})

test('a stream that is refused to strangers lets all tabs know, and waits for one that joins again', async () => {
  const { server, streams, tab, stream } = hubWithTabs()
  const first = tab()
  const second = tab()
  first.say({ type: 'join', revision: 'e.5' })
  second.say({ type: 'join', revision: 'e.5' })

  server.isSignedOut = true
  stream()?.refuse()
  await vi.advanceTimersByTimeAsync(60_000)

  expect([first.signedOut(), second.signedOut()]).toEqual([1, 1])
  expect(streams).toHaveLength(1)
  server.isSignedOut = false
  second.say({ type: 'join', revision: 'e.9' })
  expect(stream()?.url).toMatch(/&since=e\.9$/u)
  stream()?.say('e.10', 'ten')
  expect(second.told()).toEqual(['ten'])
})

test('a stream that is refused for another reason is asked for again', async () => {
  const { streams, tab, stream } = hubWithTabs()
  const one = tab()
  one.say({ type: 'join', revision: 'e.5' })

  stream()?.refuse()
  await vi.advanceTimersByTimeAsync(4000)

  expect(one.signedOut()).toBe(0)
  expect(streams.length).toBeGreaterThan(1)
})
