import { expect, test } from 'vitest'
import { startMs } from './test/harness.ts'
import { sampleWriterName } from './places.ts'
import { scenarios } from './scenarios.ts'
import { writerDetail } from './writer-detail.ts'
import { lagOf } from './writer.ts'

const demo = scenarios.demo(1, startMs)
const everyWriter = [...demo.writers.values()]
const writers = everyWriter.filter(({ host }) => demo.hosts.get(host.name)?.up)

test('the demo has sixty writers on four hosts of two regions', () => {
  const hosts = [...demo.hosts.values()].filter(({ up }) => up)

  expect(writers).toHaveLength(60)
  expect(hosts).toHaveLength(4)
  expect(new Set(writers.map(({ host }) => host.name))).toEqual(
    new Set(hosts.map(({ name }) => name)),
  )
  expect(new Set(writers.map(({ host }) => host.location))).toEqual(new Set(['100', '200']))
  expect(demo.writers.has(sampleWriterName)).toBe(true)
})

test('a fifth host of the demo is down, with three writers and a connector that CM says run', () => {
  const dead = everyWriter.filter((writer) => !writers.includes(writer))

  expect(dead).toHaveLength(3)
  for (const { status, active, host } of dead) {
    expect({ status, active, host }).toEqual({
      status: 'running',
      active: false,
      host: { name: '10.186.17.108', location: '200' },
    })
  }
  expect(dead.every((writer) => lagOf(writer, startMs) > 2400)).toBe(true)
  expect(
    [...demo.connectors.values()].filter(({ host }) => host.name === '10.186.17.108'),
  ).toMatchObject([{ status: 'running', active: false, revives: true }])
})

test('the demo has six connectors and four checkers, some of them stopped', () => {
  expect([...demo.connectors.values()].map(({ active }) => active)).toEqual([
    true,
    true,
    true,
    false,
    true,
    false,
  ])
  expect([...demo.checkers.values()].map(({ type, running }) => [type, running])).toEqual([
    ['migrate', true],
    ['migrate', false],
    ['verify', true],
    ['verify', false],
  ])
})

test.each(Object.entries(scenarios))(
  'in %s no two components are the same thing',
  (_name, make) => {
    const { writers, connectors } = make(1, startMs)
    const identities = [...writers.keys(), ...connectors.keys()].map((name) =>
      name.replace(/^[^:]+:/, '').replace(/:\d{10}$/, ''),
    )

    expect(new Set(identities).size).toBe(identities.length)
  },
)

test('the demo’s names follow the vendor’s grammar, in both directions', () => {
  for (const { name, host } of everyWriter) {
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

test('the demo’s two cities have four hosts, of which one is down, and sixty components', () => {
  const cities = [scenarios['demo-hangzhou'](1, startMs), scenarios['demo-shanghai'](1, startMs)]
  const all = (of: 'hosts' | 'writers' | 'connectors' | 'checkers') =>
    cities.flatMap((city) => [...city[of].values()])
  const names = ['writers', 'connectors', 'checkers'].flatMap((of) =>
    cities.flatMap((city) => [...city[of as 'writers'].keys()]),
  )

  expect(all('hosts')).toHaveLength(4)
  expect(scenarios['demo-shanghai'](1, startMs).hosts.get('10.186.17.108')?.up).toBe(false)
  expect(cities.map(({ writers }) => writers.size)).toEqual([28, 20])
  expect([all('connectors').length, all('checkers').length]).toEqual([7, 5])
  expect(new Set(names).size).toBe(60)
})

test('in the cities there is every trouble, and what catches up does so for long', () => {
  const cities = [scenarios['demo-hangzhou'](1, startMs), scenarios['demo-shanghai'](1, startMs)]
  const all = cities.flatMap(({ writers }) => Array.from(writers.values()))
  const count = (claim: (writer: (typeof all)[number]) => boolean) => all.filter(claim).length
  const later = startMs + 20 * 60_000

  expect(count(({ active, rate }) => active && rate === 0)).toBe(2)
  expect(count(({ active, rate }) => active && rate > 0 && rate < 1)).toBe(3)
  expect(count(({ active, status }) => !active && status === 'running')).toBe(5)
  expect(count(({ status }) => status === 'stopped')).toBe(3)
  expect(count((writer) => lagOf(writer, startMs) < 0)).toBe(1)
  expect(count(({ clockAheadSeconds }) => clockAheadSeconds > 0)).toBe(1)
  expect(count(({ clockAheadSeconds }) => clockAheadSeconds < 0)).toBe(1)
  expect(count((writer) => writer.rate > 1 && writer.active && lagOf(writer, later) > 900)).toBe(3)
  expect(count((writer) => writer.active && lagOf(writer, startMs) < 60)).toBeGreaterThan(25)
})

test('projects of the cities have writers in both directions', () => {
  const { writers } = scenarios['demo-hangzhou'](1, startMs)
  const directions = Map.groupBy(writers.keys(), (name) => /p_[a-z0-9]{12}/.exec(name)?.[0])

  expect([...directions.values()].filter((names) => names.length === 2).length).toBeGreaterThan(3)
})

test('five thousand writers run on fifty hosts, and one of a hundred is out of order', () => {
  const { hosts, writers } = scenarios['five-thousand'](1, startMs)
  const all = [...writers.values()]
  const wrong = all.filter(
    (writer) => !writer.active || lagOf(writer, startMs) > 12 || lagOf(writer, startMs) < 0,
  )

  expect(hosts.size).toBe(50)
  expect([...hosts.values()].filter(({ up }) => !up)).toHaveLength(1)
  expect(all).toHaveLength(5000)
  expect(new Set(all.map(({ host }) => host.name)).size).toBe(50)
  expect(wrong.length).toBeGreaterThan(40)
  expect(wrong.length).toBeLessThanOrEqual(50)
})

test('the same seed makes the same world now and later, another seed another one', () => {
  const repliesOf = (seed: number, afterMs: number) => {
    const { writers, connectors, checkers } = scenarios.demo(seed, startMs)
    return [
      [...writers.values()].map((writer) => writerDetail(writer, startMs + afterMs)),
      [...connectors.values()],
      [...checkers.values()],
    ]
  }

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
