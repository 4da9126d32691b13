import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setHistoryStage, startSeconds, type HistoryStage } from './test/stage.ts'

let stage: HistoryStage

beforeEach(async () => {
  stage = await setHistoryStage()
})
afterEach(async () => stage.end())

test('an hour that ends is kept even of a component of which nothing is heard', async () => {
  stage.history.note(stage.row(null, 'not-observable'))
  for (let second = 0; second <= 3800; second += 100) {
    stage.at(second)
    await stage.tick()
  }

  expect(await stage.db.selectFrom('lag_hour').select('hour').orderBy('hour').execute()).toEqual([
    { hour: startSeconds / 3600 },
    { hour: startSeconds / 3600 + 1 },
  ])
  expect(await stage.turnsIn()).toEqual([
    [0, 'not-observable'],
    [3800, null],
  ])
})

test('news is written within five minutes, in slices', async () => {
  for (let number = 0; number < 6000; number += 1)
    stage.history.note(stage.row(5, 'running', `c${number}`))
  const counts: number[] = []
  for (let second = 0; second <= 300; second += 1) {
    stage.at(second)
    await stage.tick()
    const { count } = await stage.db
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
  const { page_count } = (await sql<{ page_count: number }>`pragma page_count`.execute(stage.db))
    .rows[0] ?? { page_count: 0 }
  await sql`pragma max_page_count = ${sql.lit(page_count)}`.execute(stage.db)
  for (let number = 0; number < 40; number += 1)
    stage.history.note(stage.row(5, 'running', `component-${number}-${'x'.repeat(300)}`))
  stage.history.note(stage.row(9))
  for (const second of [121, 122, 153, 190]) {
    stage.at(second)
    await stage.tick()
  }

  expect(stage.troubles).toHaveLength(1)
  expect(await stage.worstIn()).toEqual([{ atSeconds: startSeconds, lagSeconds: 9 }])
  await sql`pragma max_page_count = 1000000`.execute(stage.db)
  await stage.restart(stage.now())

  expect(stage.troubles).toHaveLength(1)
  expect(await stage.worstIn()).toEqual([{ atSeconds: startSeconds, lagSeconds: 9 }])
})

test('what is older than it is to be kept is taken away', async () => {
  const day = 86_400
  await stage.history.seed(
    'c1',
    [-9, -8, -3, 0].map((days) => ({
      atSeconds: startSeconds + days * day,
      lagSeconds: 5,
      verdict: 'running',
    })),
  )
  stage.at(5)
  await stage.tick()
  const seen = await stage.worstIn(20 * day)

  expect(seen.map(({ atSeconds }) => (atSeconds - startSeconds) / day)).toEqual([-3, 0])
})

test('what is forgotten is gone from memory and from the database', async () => {
  stage.observe(60, 15, () => 3)
  stage.at(200)
  await stage.tick()

  stage.history.forget('c1')
  await stage.tick()

  expect(await stage.worstIn()).toEqual([])
  expect(await stage.db.selectFrom('lag_hour').selectAll().execute()).toEqual([])
})
