import type { Verdict } from '@wheelhouse/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lagsOver, stepsOf, verdictsOver } from './curve.ts'
import { setHistoryStage, startSeconds, type HistoryStage } from './test/stage.ts'

let stage: HistoryStage

beforeEach(async () => {
  stage = await setHistoryStage()
})
afterEach(async () => stage.end())

test('of each minute the worst lag is kept, with the second at which it was seen', async () => {
  stage.observe(120, 5, (second) => (second === 35 ? 90 : 4))

  expect(await stage.worstIn()).toEqual([
    { atSeconds: startSeconds + 35, lagSeconds: 90 },
    { atSeconds: startSeconds + 60, lagSeconds: 4 },
  ])
})

test('a reading counts once, however often its row changes', async () => {
  const reading = stage.row(700)
  stage.history.note(reading)
  stage.at(100)
  stage.history.note({ ...reading, verdict: 'operating' })

  expect(await stage.worstIn()).toEqual([{ atSeconds: startSeconds, lagSeconds: 700 }])
  expect(await stage.turnsIn()).toEqual([
    [0, 'running'],
    [100, 'operating'],
    [100, null],
  ])
})

test('what was noted outlasts a restart, and while nobody looked nothing is said', async () => {
  stage.observe(5400, 30, () => 4)
  stage.at(5400)
  await stage.restart(6000)
  const between = await stage.worstIn()
  stage.history.note(stage.row(12))

  expect(between).toHaveLength(90)
  expect(await stage.worstIn()).toHaveLength(91)
  expect(await stage.turnsIn()).toEqual([
    [0, 'running'],
    [5400, null],
    [6000, 'running'],
    [6000, null],
  ])
})

test('the finer steps of the last hour are in memory', () => {
  stage.observe(60, 5, (second) => second)
  const recent = stage.history.recentOf('c1')
  const steps = stepsOf('15m', startSeconds + 59, 15)

  const lags = lagsOver(recent?.hours() ?? [], recent, steps)

  expect(lags).toHaveLength(60)
  expect(lags.slice(-5)).toEqual([null, 10, 25, 40, 55])
})

test('a week of the wildest component fits into a few bytes of verdicts and lags', async () => {
  const words: Verdict[] = ['falling-behind', 'catching-up', 'not-observable']
  const week = 7 * 86_400
  const points = Array.from({ length: week / 30 }, (_, place) => ({
    atSeconds: startSeconds - week + place * 30,
    lagSeconds: 1_700_000_000 + place,
    verdict: words[place % 3] ?? 'running',
  }))
  await stage.history.seed('c1', points)
  const steps = stepsOf('7d', startSeconds, 120)
  const hours = await stage.history.hoursOf('c1', {
    fromSeconds: steps.fromSeconds,
    toSeconds: startSeconds,
  })

  const lags = lagsOver(hours, stage.history.recentOf('c1'), steps)
  const verdicts = verdictsOver(hours, { ...steps, toSeconds: startSeconds })

  expect(lags.filter((lag) => lag !== null).length).toBeGreaterThan(5000)
  expect(verdicts.length).toBeLessThanOrEqual(301)
  expect(JSON.stringify({ lags, verdicts }).length).toBeLessThan(80_000)
})
