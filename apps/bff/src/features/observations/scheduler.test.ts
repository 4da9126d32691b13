import { expect, test } from 'vitest'
import { shortestPeriodMs } from './round.ts'
import { Scheduler } from './scheduler.ts'
import { watchedPeriodMs } from './wanted.ts'

const all = { suspects: true, quarantined: true }

function of(...ids: string[]) {
  const scheduler = new Scheduler()
  for (const id of ids) scheduler.add(id)
  return scheduler
}

const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`)

const take = (scheduler: Scheduler, nowMs: number) => scheduler.take(nowMs, all)?.id

function round(scheduler: Scheduler, nowMs: number) {
  const id = take(scheduler, nowMs)
  if (id !== undefined) scheduler.done(id, nowMs, 'read')
  return id
}

/** Which were read, one turn each `everyMs`, from `fromMs` on. */
const rounds = (scheduler: Scheduler, turns: number, { fromMs = 0, everyMs = 100 } = {}) =>
  Array.from({ length: turns }, (_, turn) => round(scheduler, fromMs + turn * everyMs))

const timesOf = (id: string, read: readonly (string | undefined)[]) =>
  read.filter((one) => one === id).length

test('each has its turn before any has a second one', () => {
  const scheduler = of('a', 'b', 'c')
  expect([1, 2, 3].map((at) => round(scheduler, at))).toEqual(['a', 'b', 'c'])
  expect(round(scheduler, 4)).toBeUndefined()
  expect([1, 2, 3].map((at) => round(scheduler, at + shortestPeriodMs))).toEqual(['a', 'b', 'c'])
})

test('what is out is not taken again', () => {
  const scheduler = of('a')
  take(scheduler, 0)
  scheduler.urge('a', 1)
  scheduler.watch(new Set(['a']))
  expect(take(scheduler, 10_000)).toBeUndefined()
})

test('what is waited for comes soon, even when it was out while it was urged', () => {
  const scheduler = of('a', 'b', 'c', 'd')
  expect(take(scheduler, 0)).toBe('a')
  scheduler.urge('a', 1)
  scheduler.done('a', 1, 'read')

  expect([round(scheduler, 2), round(scheduler, 2)]).toContain('a')
})

test('two hundred who wait for the same one wait for one call', () => {
  const scheduler = of('a', 'b')
  rounds(scheduler, 2)
  for (let person = 0; person < 200; person += 1) scheduler.urge('a', 300)
  const read = rounds(scheduler, 10, { fromMs: 300, everyMs: 10 })

  expect(timesOf('a', read)).toBe(1)
})

test('many that are waited for starve neither each other nor the round', () => {
  const [waited, others] = [named('waited', 30), named('other', 30)]
  const scheduler = of(...waited, ...others)
  const read: (string | undefined)[] = []
  for (let tick = 0; tick < 300; tick += 1) {
    if (tick % 10 === 0) for (const id of waited) scheduler.urge(id, tick * 100)
    read.push(round(scheduler, tick * 100))
  }

  expect([...waited, ...others].filter((id) => !read.includes(id))).toEqual([])
})

test('what is on screens is read once a second, and the round goes on with the rest of the budget', () => {
  const [watched, others] = [named('watched', 40), named('other', 960)]
  const scheduler = of(...watched, ...others)
  rounds(scheduler, 1000, { everyMs: 10 })
  scheduler.watch(new Set(watched))
  const read = rounds(scheduler, 1000, { fromMs: 10_000, everyMs: 10 })

  for (const id of watched) {
    expect(timesOf(id, read)).toBeGreaterThanOrEqual(9)
    expect(timesOf(id, read)).toBeLessThanOrEqual(10_000 / watchedPeriodMs + 1)
  }
  expect(read).not.toContain(undefined)
  expect(new Set(read).size).toBeGreaterThan(550)
})

test('more on screens than the budget can read do not take more than their half', () => {
  const [watched, others] = [named('watched', 500), named('other', 500)]
  const scheduler = of(...watched, ...others)
  rounds(scheduler, 1000, { everyMs: 10 })
  scheduler.watch(new Set(watched))
  rounds(scheduler, 2000, { fromMs: 10_000, everyMs: 10 })
  const read = rounds(scheduler, 1500, { fromMs: 30_000, everyMs: 10 })

  expect([...watched, ...others].filter((id) => !read.includes(id))).toEqual([])
})

test('the round comes to the ill most often and to those that stand still seldom', () => {
  const ids = named('c', 90)
  const scheduler = of(...ids)
  rounds(scheduler, 90)
  for (const [at, id] of ids.entries()) scheduler.weigh(id, at < 30 ? 1 : at < 60 ? 2 : 6)
  const read = rounds(scheduler, 5000, { fromMs: 9000 })
  const share = (from: number) =>
    ids.slice(from, from + 30).reduce((sum, id) => sum + timesOf(id, read), 0) / 5000

  expect(share(0)).toBeCloseTo(6 / 10, 1)
  expect(share(30)).toBeCloseTo(3 / 10, 1)
  expect(share(60)).toBeCloseTo(1 / 10, 1)
  for (const id of ids) expect(timesOf(id, read)).toBeGreaterThan(10)
})

test('who falls ill does not wait for the turn that it had as a healthy one', () => {
  const scheduler = of(...named('c', 1000))
  rounds(scheduler, 2000)
  const next = take(scheduler, 200_000) ?? ''
  scheduler.done(next, 200_000, 'read')
  scheduler.weigh(next, 1)
  const read = rounds(scheduler, 600, { fromMs: 200_000 + shortestPeriodMs })

  expect(timesOf(next, read)).toBeGreaterThan(0)
})

test('five thousand newcomers do not keep a known one from its turn', () => {
  const scheduler = of('known')
  round(scheduler, 0)
  for (const id of named('new', 5000)) scheduler.add(id)
  const read = rounds(scheduler, 300)

  expect(timesOf('known', read)).toBeGreaterThan(0)
})

test('the first round over ten thousand takes hardly longer than their reads', () => {
  const scheduler = of(...named('c', 10_000))
  const read = rounds(scheduler, 10_500, { everyMs: 1 })

  expect(new Set(read).size).toBe(10_000)
})

test('a budget is spent to the last turn while anybody is due', () => {
  const scheduler = of(...named('c', 500))
  scheduler.watch(new Set(named('c', 50)))
  expect(rounds(scheduler, 10_000, { everyMs: 10 })).not.toContain(undefined)
})

test('a first failure is looked at again at once, and what goes on failing waits for its turns', () => {
  const scheduler = of(...named('c', 100))
  rounds(scheduler, 100)
  const failing = take(scheduler, 10_000) ?? ''
  scheduler.done(failing, 10_000, 'failed')

  const first = rounds(scheduler, 30, { fromMs: 10_100 })
  expect(timesOf(failing, first)).toBe(1)
})

test('what hangs is looked at again soon, then ever later, until CM is back', () => {
  const scheduler = of('a')
  const waits: number[] = []
  let now = 0
  for (let hung = 0; hung < 9; hung += 1) {
    let wait = 0
    while (take(scheduler, now + wait) === undefined) wait += 1000
    now += wait
    waits.push(wait / 1000)
    scheduler.done('a', now, 'hung')
  }

  expect(waits).toEqual([0, 2, 4, 8, 16, 32, 64, 120, 120])
  expect(scheduler.quarantined).toBe(1)
  scheduler.forgive()
  expect(scheduler.quarantined).toBe(0)
  expect(take(scheduler, now)).toBe('a')
})

test('those that hang are left out where they may not hold a slot, urged or watched as they be', () => {
  const scheduler = of('a', 'b')
  take(scheduler, 0)
  scheduler.done('a', 0, 'hung')
  scheduler.watch(new Set(['a', 'b']))
  scheduler.urge('a', 0)
  const without = { suspects: false, quarantined: false }

  expect(scheduler.take(60_000, without)?.id).toBe('b')
  expect(scheduler.take(60_000, without)).toBeUndefined()
  expect(scheduler.take(60_000, all)).toEqual({ id: 'a', lane: 'suspect' })
})

test('a probe asks one that failed least, due or not, and never a removed one', () => {
  const scheduler = of('a', 'b', 'c')
  scheduler.remove('b')
  take(scheduler, 0)
  scheduler.done('a', 0, 'hung')

  expect(scheduler.takeProbe(1)).toBe('c')
  expect(scheduler.takeProbe(1)).toBe('a')
  expect(scheduler.takeProbe(1)).toBeUndefined()
})

test('an untracked one leaves nothing behind, and comes back as a newcomer', () => {
  const scheduler = of('a')
  scheduler.watch(new Set(['a']))
  scheduler.urge('a', 0)
  scheduler.remove('a')
  expect(take(scheduler, 10_000)).toBeUndefined()
  scheduler.add('a')
  expect(take(scheduler, 10_000)).toBe('a')
})
