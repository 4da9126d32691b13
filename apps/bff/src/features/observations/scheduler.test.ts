import { expect, test } from 'vitest'
import { Scheduler, shortestPeriodMs } from './scheduler.ts'

function of(...ids: string[]) {
  const scheduler = new Scheduler()
  for (const id of ids) scheduler.add(id, 0)
  return scheduler
}

const take = (scheduler: Scheduler, nowMs: number) => scheduler.take(nowMs, { suspectsToo: true })

function round(scheduler: Scheduler, nowMs: number) {
  const id = take(scheduler, nowMs)
  if (id !== undefined) scheduler.done(id, nowMs, 'read')
  return id
}

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
  expect(take(scheduler, 10_000)).toBeUndefined()
})

test('what is waited for comes soon, even when it was out while it was urged', () => {
  const scheduler = of('a', 'b', 'c', 'd')
  expect(take(scheduler, 0)).toBe('a')
  scheduler.urge('a', 1)
  scheduler.done('a', 1, 'read')

  expect([round(scheduler, 2), round(scheduler, 2)]).toContain('a')
})

test('many that are waited for starve neither each other nor the round', () => {
  const waited = Array.from({ length: 30 }, (_, at) => `waited${at}`)
  const others = Array.from({ length: 30 }, (_, at) => `other${at}`)
  const scheduler = of(...waited, ...others)
  const read: (string | undefined)[] = []
  for (let tick = 0; tick < 300; tick += 1) {
    if (tick % 10 === 0) for (const id of waited) scheduler.urge(id, tick * 100)
    read.push(round(scheduler, tick * 100))
  }

  expect([...waited, ...others].filter((id) => !read.includes(id))).toEqual([])
})

test('five thousand newcomers do not keep a known one from its turn', () => {
  const scheduler = of('known')
  round(scheduler, 0)
  for (let number = 0; number < 5000; number += 1) scheduler.add(`new${number}`, 1)
  const read = Array.from({ length: 40 }, (_, tick) => round(scheduler, tick * 100))

  expect(read).toContain('known')
})

test('what keeps failing comes ever later, until CM is back', () => {
  const scheduler = of('a')
  const waits: number[] = []
  let now = 0
  for (let failures = 0; failures < 8; failures += 1) {
    let wait = 0
    while (take(scheduler, now + wait) === undefined) wait += 500
    now += wait
    waits.push(wait)
    scheduler.done('a', now, 'failed')
  }

  expect(waits).toEqual([0, 2000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  scheduler.forgive(now)
  expect(take(scheduler, now)).toBe('a')
})

test('those that fail are left out where they may not hold a slot', () => {
  const scheduler = of('a', 'b')
  take(scheduler, 0)
  scheduler.done('a', 0, 'failed')

  expect(scheduler.isSuspect('a')).toBe(true)
  expect(scheduler.take(60_000, { suspectsToo: false })).toBe('b')
  expect(scheduler.take(60_000, { suspectsToo: false })).toBeUndefined()
})

test('a probe asks one that failed least, due or not, and never a removed one', () => {
  const scheduler = of('a', 'b', 'c')
  scheduler.remove('b')
  take(scheduler, 0)
  scheduler.done('a', 0, 'failed')

  expect(scheduler.takeProbe(1)).toBe('c')
  expect(scheduler.takeProbe(1)).toBe('a')
  expect(scheduler.takeProbe(1)).toBeUndefined()
})
