import { heartbeatSeconds } from '@wheelhouse/contract'
import type { ServerEvent } from '@wheelhouse/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ago, componentWith } from '../test/component.ts'
import { live, startLive } from './live.ts'
import type { EventStream } from './live.ts'
import { componentsQuery, createQueryClient } from './queries.ts'

class FakeStream implements EventStream {
  readonly CLOSED = 2
  readyState = 0
  readonly #listeners = new Map<string, (message: MessageEvent<string>) => void>()

  addEventListener(type: string, listener: (message: MessageEvent<string>) => void) {
    this.#listeners.set(type, listener)
  }

  say(event: ServerEvent) {
    this.#listeners.get('message')?.(new MessageEvent('message', { data: JSON.stringify(event) }))
  }

  breakOff() {
    this.#listeners.get('error')?.(new MessageEvent('error'))
  }

  close() {
    this.readyState = this.CLOSED
  }
}

const at = ago(0)
const heartbeat = { type: 'heartbeat', at } as const
const changeTo = (verdict: 'stopped' | 'running' | 'stalled') =>
  ({ type: 'component.changed', at, component: componentWith({ verdict }) }) as const

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function listening() {
  const streams: FakeStream[] = []
  const client = createQueryClient()
  client.setQueryData(componentsQuery.queryKey, { items: [componentWith()], total: 1 })
  const polls = vi.spyOn(client, 'invalidateQueries')
  const end = startLive(client, {
    clock: () => Date.now(),
    openStream: () => {
      const stream = new FakeStream()
      streams.push(stream)
      return stream
    },
  })
  return {
    streams,
    polls,
    end,
    say: (event: ServerEvent) => streams.at(-1)?.say(event),
    verdict: () => client.getQueryData(componentsQuery.queryKey)?.items[0]?.verdict,
  }
}

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

test('the first change after a quiet time shows at once, those that follow it closely together', () => {
  const { say, verdict, end } = listening()

  say(changeTo('stopped'))
  expect(live.get()).toBe('live')
  expect(verdict()).toBe('stopped')

  say(changeTo('stalled'))
  say(changeTo('running'))
  expect(verdict()).toBe('stopped')

  pass(0.1)
  expect(verdict()).toBe('running')

  pass(0.1)
  say(changeTo('stalled'))
  expect(verdict()).toBe('stalled')
  end()
})

test('heartbeats alone keep the line alive', () => {
  const { streams, say, end } = listening()

  for (let beat = 0; beat < 20; beat += 1) {
    say(heartbeat)
    pass(heartbeatSeconds)
  }

  expect(live.get()).toBe('live')
  expect(streams).toHaveLength(1)
  end()
})

test('after three heartbeats of silence the line is opened anew, and soon the page asks instead', () => {
  const { streams, say, polls, end } = listening()
  say(heartbeat)

  pass(3 * heartbeatSeconds)
  expect(live.get()).toBe('live')

  pass(3)
  expect(live.get()).toBe('reconnecting')
  expect(streams).toHaveLength(2)
  expect(streams[0]?.readyState).toBe(streams[0]?.CLOSED)
  expect(polls).not.toHaveBeenCalled()

  pass(6)
  expect(live.get()).toBe('down')
  pass(5)
  expect(polls).toHaveBeenCalled()

  say(heartbeat)
  polls.mockClear()
  pass(10)
  expect(live.get()).toBe('live')
  expect(polls).not.toHaveBeenCalled()
  end()
})

test('a stream that the browser gave up for good is opened anew', () => {
  const { streams, end } = listening()

  streams[0]?.close()
  streams[0]?.breakOff()
  pass(3)

  expect(streams).toHaveLength(2)
  end()
})

test('what has ended asks no more', () => {
  const { streams, polls, end } = listening()

  end()
  pass(60)

  expect(streams).toHaveLength(1)
  expect(polls).not.toHaveBeenCalled()
})
