import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Component, Verdict } from '@wheelhouse/contract'
import { sql, type Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../database/open.ts'
import type { Database } from '../../database/schema.ts'
import { iso } from '../../time.ts'
import { lagsOver, stepsOf, verdictsOver } from './curve.ts'
import { History } from './history.ts'
import { turnsOver } from './hour.ts'

const startMs = Date.parse('2026-01-01T12:00:00Z')
const startSeconds = startMs / 1000

let folder: string
let db: Kysely<Database>
let nowMs: number
let history: History
let troubles: unknown[]

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  folder = await mkdtemp(join(tmpdir(), 'wheelhouse-history-'))
  db = await openDatabase(join(folder, 'wheelhouse.db'), 'real')
  nowMs = startMs
  troubles = []
  history = await load()
})
afterEach(async () => {
  vi.useRealTimers()
  await history.close()
  await db.destroy()
  await rm(folder, { recursive: true, force: true })
})

const load = (days = 7) =>
  History.load({
    db,
    isTracked: () => true,
    days,
    clock: () => nowMs,
    steady: () => nowMs,
    onTrouble: (error) => troubles.push(error),
  })

const at = (seconds: number) => (nowMs = startMs + seconds * 1000)

/** Of a row history looks at nothing else. */
const row = (lagSeconds: number | null, verdict: Verdict = 'running', id = 'c1') =>
  ({ id, verdict, lagSeconds, observedAt: lagSeconds === null ? null : iso(nowMs) }) as Component

/** A reading each so many seconds, until that second. */
function observe(until: number, every: number, lagOf: (second: number) => number) {
  for (let second = (nowMs - startMs) / 1000; second < until; second += every) {
    at(second)
    history.note(row(lagOf(second)))
  }
}

async function worstIn(seconds = 3 * 3600) {
  const hours = await history.hoursOf('c1', {
    fromSeconds: startSeconds - seconds,
    toSeconds: startSeconds + seconds,
  })
  return hours.flatMap((hour) => Array.from(hour.worst()))
}
const turnsIn = async (seconds = 3 * 3600) =>
  turnsOver(
    await history.hoursOf('c1', {
      fromSeconds: startSeconds - seconds,
      toSeconds: startSeconds + seconds,
    }),
  ).map(({ atSeconds, verdict }) => [atSeconds - startSeconds, verdict])

/** Lets the timer tick; what it began is done once the database answers. */
async function tick() {
  vi.advanceTimersByTime(1000)
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('of each minute the worst lag is kept, with the second at which it was seen', async () => {
  observe(120, 5, (second) => (second === 35 ? 90 : 4))

  expect(await worstIn()).toEqual([
    { atSeconds: startSeconds + 35, lagSeconds: 90 },
    { atSeconds: startSeconds + 60, lagSeconds: 4 },
  ])
})

test('a reading counts once, however often its row changes', async () => {
  const reading = row(700)
  history.note(reading)
  at(100)
  history.note({ ...reading, verdict: 'operating' })

  expect(await worstIn()).toEqual([{ atSeconds: startSeconds, lagSeconds: 700 }])
  expect(await turnsIn()).toEqual([
    [0, 'running'],
    [100, 'operating'],
    [100, null],
  ])
})

test('what was noted outlasts a restart, and while nobody looked nothing is said', async () => {
  observe(5400, 30, () => 4)
  at(5400)
  await history.close()
  at(6000)
  history = await load()
  const between = await worstIn()
  history.note(row(12))

  expect(between).toHaveLength(90)
  expect(await worstIn()).toHaveLength(91)
  expect(await turnsIn()).toEqual([
    [0, 'running'],
    [5400, null],
    [6000, 'running'],
    [6000, null],
  ])
})

test('the finer steps of the last hour are in memory', () => {
  observe(60, 5, (second) => second)
  const recent = history.recentOf('c1')
  const steps = stepsOf('15m', startSeconds + 59, 15)

  const lags = lagsOver(recent?.hours() ?? [], recent, steps)

  expect(lags).toHaveLength(60)
  expect(lags.slice(-5)).toEqual([null, 10, 25, 40, 55])
})

test('an hour that ends is kept even of a component of which nothing is heard', async () => {
  history.note(row(null, 'not-observable'))
  for (let second = 0; second <= 3800; second += 100) {
    at(second)
    await tick()
  }

  expect(await db.selectFrom('lag_hour').select('hour').orderBy('hour').execute()).toEqual([
    { hour: startSeconds / 3600 },
    { hour: startSeconds / 3600 + 1 },
  ])
  expect(await turnsIn()).toEqual([
    [0, 'not-observable'],
    [3800, null],
  ])
})

test('while the machine was asleep nobody looked', async () => {
  observe(60, 15, () => 3)
  await tick()
  at(2000)
  await tick()

  expect(await turnsIn()).toEqual([
    [0, 'running'],
    [45, null],
    [2000, 'running'],
    [2000, null],
  ])
})

test('news is written within five minutes, in slices', async () => {
  for (let number = 0; number < 6000; number += 1) history.note(row(5, 'running', `c${number}`))
  const counts: number[] = []
  for (let second = 0; second <= 300; second += 1) {
    at(second)
    await tick()
    const { count } = await db
      .selectFrom('lag_hour')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    counts.push(count)
  }

  expect(counts.at(-1)).toBe(6000)
  const slices = counts.map((count, second) => count - (counts[second - 1] ?? 0))
  expect(Math.max(...slices)).toBeLessThanOrEqual(100)
})

test('a full disk costs history only, is told once, and what is in memory is kept afterwards', async () => {
  const { page_count } = (await sql<{ page_count: number }>`pragma page_count`.execute(db))
    .rows[0] ?? { page_count: 0 }
  await sql`pragma max_page_count = ${sql.lit(page_count)}`.execute(db)
  for (let number = 0; number < 40; number += 1)
    history.note(row(5, 'running', `component-${number}-${'x'.repeat(300)}`))
  history.note(row(9))
  for (const second of [121, 122, 153, 190]) {
    at(second)
    await tick()
  }

  expect(troubles).toHaveLength(1)
  expect(await worstIn()).toEqual([{ atSeconds: startSeconds, lagSeconds: 9 }])
  await sql`pragma max_page_count = 1000000`.execute(db)
  await history.close()
  history = await load()

  expect(troubles).toHaveLength(1)
  expect(await worstIn()).toEqual([{ atSeconds: startSeconds, lagSeconds: 9 }])
})

test('what is older than it is to be kept is taken away', async () => {
  const day = 86_400
  await history.seed(
    'c1',
    [-9, -8, -3, 0].map((days) => ({
      atSeconds: startSeconds + days * day,
      lagSeconds: 5,
      verdict: 'running',
    })),
  )
  at(5)
  await tick()
  const seen = await worstIn(20 * day)

  expect(seen.map(({ atSeconds }) => (atSeconds - startSeconds) / day)).toEqual([-3, 0])
})

test('a week of the wildest component fits into a few bytes of verdicts and lags', async () => {
  const words: Verdict[] = ['falling-behind', 'catching-up', 'not-observable']
  const week = 7 * 86_400
  const points = Array.from({ length: week / 30 }, (_, place) => ({
    atSeconds: startSeconds - week + place * 30,
    lagSeconds: 1_700_000_000 + place,
    verdict: words[place % 3] ?? 'running',
  }))
  await history.seed('c1', points)
  const steps = stepsOf('7d', startSeconds, 120)
  const hours = await history.hoursOf('c1', {
    fromSeconds: steps.fromSeconds,
    toSeconds: startSeconds,
  })

  const lags = lagsOver(hours, history.recentOf('c1'), steps)
  const verdicts = verdictsOver(hours, { ...steps, toSeconds: startSeconds })

  expect(lags.filter((lag) => lag !== null).length).toBeGreaterThan(5000)
  expect(verdicts.length).toBeLessThanOrEqual(301)
  expect(JSON.stringify({ lags, verdicts }).length).toBeLessThan(80_000)
})

test('what is forgotten is gone from memory and from the database', async () => {
  observe(60, 15, () => 3)
  at(200)
  await tick()

  history.forget('c1')
  await tick()

  expect(await worstIn()).toEqual([])
  expect(await db.selectFrom('lag_hour').selectAll().execute()).toEqual([])
})

/** Lets all that has rested be written. */
async function keepAll() {
  for (let minute = 0; minute < 6; minute += 1) {
    at((nowMs - startMs) / 1000 + 60)
    await tick()
  }
}
const worstAt = async (second: number) =>
  (await worstIn()).find(({ atSeconds }) => atSeconds === startSeconds + second)?.lagSeconds
const newestFine = () => [...(history.recentOf('c1')?.fine() ?? [])].at(-1)

test('a clock that was a day ahead costs what it said, and nothing after it is set right', async () => {
  observe(600, 5, () => 4)
  await keepAll()
  at(86_400)
  observe(86_460, 5, () => 90)
  await keepAll()
  at(1200)
  await tick()
  observe(5000, 5, () => 7)

  expect([await worstAt(540), await worstAt(1260), await worstAt(4200)]).toEqual([4, 7, 7])
  expect(newestFine()).toEqual({ atSeconds: startSeconds + 4995, lagSeconds: 7 })

  await history.close()
  history = await load()
  observe(5100, 5, () => 8)
  expect(newestFine()?.lagSeconds).toBe(8)
})

test('of an hour that comes once more, the clock set back, what was before stays and the rest is told anew', async () => {
  observe(5400, 5, () => 90)
  await keepAll()
  at(1800)
  await tick()
  observe(2500, 5, () => 4)
  history.note(row(4, 'stalled'))

  expect([await worstAt(1200), await worstAt(2400), await worstAt(3000)]).toEqual([
    90,
    4,
    undefined,
  ])
  expect((await turnsIn()).find(([, verdict]) => verdict === 'stalled')).toEqual([2495, 'stalled'])
})
