import { afterEach, beforeEach, expect, test } from 'vitest'
import { setHistoryStage, startSeconds, type HistoryStage } from './test/stage.ts'

let stage: HistoryStage

beforeEach(async () => {
  stage = await setHistoryStage()
})
afterEach(async () => stage.end())

/** Lets all that has rested be written. */
async function keepAll() {
  for (let minute = 0; minute < 6; minute += 1) {
    stage.at(stage.now() + 60)
    await stage.tick()
  }
}

const worstAt = async (second: number) =>
  (await stage.worstIn()).find(({ atSeconds }) => atSeconds === startSeconds + second)?.lagSeconds

const newestFine = () => [...(stage.history.recentOf('c1')?.fine() ?? [])].at(-1)

test('while the machine was asleep nobody looked', async () => {
  stage.observe(60, 15, () => 3)
  await stage.tick()
  stage.at(2000)
  await stage.tick()

  expect(await stage.turnsIn()).toEqual([
    [0, 'running'],
    [45, null],
    [2000, 'running'],
    [2000, null],
  ])
})

test('a clock that was a day ahead costs what it said, and nothing after it is set right', async () => {
  stage.observe(600, 5, () => 4)
  await keepAll()
  stage.at(86_400)
  stage.observe(86_460, 5, () => 90)
  await keepAll()
  stage.at(1200)
  await stage.tick()
  stage.observe(5000, 5, () => 7)

  expect([await worstAt(540), await worstAt(1260), await worstAt(4200)]).toEqual([4, 7, 7])
  expect(newestFine()).toEqual({ atSeconds: startSeconds + 4995, lagSeconds: 7 })

  await stage.restart(stage.now())
  stage.observe(5100, 5, () => 8)
  expect(newestFine()?.lagSeconds).toBe(8)
})

test('of an hour that comes once more, the clock set back, what was before stays and the rest is told anew', async () => {
  stage.observe(5400, 5, () => 90)
  await keepAll()
  stage.at(1800)
  await stage.tick()
  stage.observe(2500, 5, () => 4)
  stage.history.note(stage.row(4, 'stalled'))

  expect([await worstAt(1200), await worstAt(2400), await worstAt(3000)]).toEqual([
    90,
    4,
    undefined,
  ])
  expect((await stage.turnsIn()).find(([, verdict]) => verdict === 'stalled')).toEqual([
    2495,
    'stalled',
  ])
})
