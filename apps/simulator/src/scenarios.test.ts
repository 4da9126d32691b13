import { expect, test } from 'vitest'
import { startMs } from './test/harness.ts'
import { sampleWriterName } from './places.ts'
import { scenarios } from './scenarios.ts'
import { writerDetail } from './writer-detail.ts'
import { lagOf } from './writer.ts'

const demo = scenarios.demo(1, startMs)
const writers = [...demo.writers.values()]

test('the demo has sixty writers on four hosts of two regions', () => {
  expect(writers).toHaveLength(60)
  expect([...demo.hosts.keys()]).toHaveLength(4)
  expect(new Set(writers.map(({ host }) => host.name))).toEqual(new Set(demo.hosts.keys()))
  expect(new Set(writers.map(({ host }) => host.location))).toEqual(new Set(['100', '200']))
  expect(demo.writers.has(sampleWriterName)).toBe(true)
})

test('the demo’s names follow the vendor’s grammar, in both directions', () => {
  for (const { name, host } of writers) {
    expect(name).toMatch(/^[\d.]+-9000:p_[a-z0-9]{12}_(source|dest)-000-0:\d{10}$/)
    expect(name.startsWith(`${host.name}-`)).toBe(true)
  }
  expect(writers.filter(({ name }) => name.includes('_dest-')).length).toBeGreaterThan(5)
})

test('most of the demo is caught up, and every trouble is there', () => {
  const count = (claim: (writer: (typeof writers)[number]) => boolean) =>
    writers.filter(claim).length
  const lag = (writer: (typeof writers)[number]) => lagOf(writer, startMs)

  expect(count((writer) => writer.active && lag(writer) >= 1 && lag(writer) <= 12)).toBe(48)
  expect(count((writer) => writer.active && lag(writer) > 12 && writer.rate === 1)).toBe(3)
  expect(count((writer) => writer.rate > 0 && writer.rate < 1)).toBe(1)
  expect(count((writer) => writer.active && lag(writer) > 12 && writer.rate > 1)).toBe(2)
  expect(count((writer) => writer.rate === 0)).toBe(1)
  expect(count((writer) => !writer.active && writer.status === 'running')).toBe(1)
  expect(count((writer) => !writer.active && writer.status === 'stopped')).toBe(3)
  expect(count((writer) => lag(writer) < 0)).toBe(1)
})

test('the same seed makes the same world now and later, another seed another one', () => {
  const repliesOf = (seed: number, afterMs: number) =>
    [...scenarios.demo(seed, startMs).writers.values()].map((writer) =>
      writerDetail(writer, startMs + afterMs),
    )

  expect(repliesOf(1, 0)).toEqual(repliesOf(1, 0))
  expect(repliesOf(1, 86_400_000)).toEqual(repliesOf(1, 86_400_000))
  expect(repliesOf(2, 0)).not.toEqual(repliesOf(1, 0))
})

test('the other scenarios are a hundred healthy writers, the vendor’s alone, and none', () => {
  const hundred = [...scenarios.hundred(1, startMs).writers.values()]

  expect(hundred).toHaveLength(100)
  expect(hundred.every(({ active, rate }) => active && rate > 1)).toBe(true)
  expect([...scenarios.sample(1, startMs).writers.keys()]).toEqual([sampleWriterName])
  expect(scenarios.empty().writers.size).toBe(0)
})
