import { expect, test } from 'vitest'
import { Scheduler, shortestPeriodMs } from './scheduler.ts'

function of(...ids: string[]) {
  const scheduler = new Scheduler()
  for (const id of ids) scheduler.add(id)
  return scheduler
}

const round = (scheduler: Scheduler, nowMs: number) => {
  const id = scheduler.take(nowMs)
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
  scheduler.take(0)
  scheduler.urge('a')
  expect(scheduler.take(10_000)).toBeUndefined()
})

test('an urged one comes first, even when it was out while it was urged', () => {
  const scheduler = of('a', 'b', 'c')
  expect(scheduler.take(0)).toBe('a')
  scheduler.urge('a')
  scheduler.urge('c')
  scheduler.done('a', 1, 'read')

  expect([round(scheduler, 2), round(scheduler, 2), round(scheduler, 2)]).toEqual(['a', 'c', 'b'])
})

test('what keeps failing comes ever later, until CM is back', () => {
  const scheduler = of('a')
  const waits: number[] = []
  let now = 0
  for (let failures = 0; failures < 8; failures += 1) {
    let wait = 0
    while (scheduler.take(now + wait) === undefined) wait += 500
    now += wait
    waits.push(wait)
    scheduler.done('a', now, 'failed')
  }

  expect(waits).toEqual([0, 2000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  scheduler.forgive()
  expect(scheduler.take(now)).toBe('a')
})

test('a removed one is never taken', () => {
  const scheduler = of('a', 'b')
  scheduler.remove('a')
  expect(round(scheduler, 0)).toBe('b')
  expect(scheduler.takeEarly(0)).toBe('b')
})
