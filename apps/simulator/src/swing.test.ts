import { expect, test } from 'vitest'
import { checkpointAt } from './course.ts'
import { startMs } from './test/harness.ts'
import { changedWriter, createWriter, lagOf, sampleOf, type Temper } from './writer.ts'

const writerWith = (temper: Temper) =>
  createWriter({
    name: '10.0.0.1-9000:p_abcdefghijkl_source-000-0:0000000001',
    host: { name: '10.0.0.1', location: '100' },
    seed: 1,
    nowMs: startMs,
    ...temper,
  })

const swinging = { rate: 4, lagSeconds: 3, floorLagSeconds: 3 }
const swing = { amplitudeSeconds: 40, periodSeconds: 600 }
const everyFiveSeconds = Array.from({ length: 2000 }, (_, at) => startMs + at * 5000)

test('a lag that swings goes up and down again, and never under where it began', () => {
  const writer = writerWith({ ...swinging, swing })

  const lags = everyFiveSeconds.map((atMs) => lagOf(writer, atMs))

  expect(Math.min(...lags)).toBeGreaterThanOrEqual(3)
  expect(Math.min(...lags)).toBeLessThan(8)
  expect(Math.max(...lags)).toBeGreaterThan(25)
  expect(Math.max(...lags)).toBeLessThanOrEqual(3 + 40 + 2)
})

test.each([
  { ...swinging, swing },
  { ...swinging, swing: { amplitudeSeconds: 5000, periodSeconds: 300 } },
  { rate: 0.3, lagSeconds: 400, swing: { amplitudeSeconds: 5000, periodSeconds: 300 } },
  { rate: 2, lagSeconds: 900, swing },
])('under %j the checkpoint never runs backwards', (temper) => {
  const writer = writerWith(temper)

  const checkpoints = everyFiveSeconds.map((atMs) => sampleOf(writer, atMs).checkpoint)

  expect(checkpoints).toEqual(checkpoints.toSorted((one, other) => one - other))
})

test('a swing moves nothing that stands', () => {
  const writer = writerWith({ rate: 0, lagSeconds: 500, swing })

  expect(lagOf(writer, startMs)).toBe(500)
  expect(lagOf(writer, startMs + 600_000)).toBe(1100)
})

test('a stop and a start in the middle of a swing leave the checkpoint where it is', () => {
  const writer = writerWith({ ...swinging, swing })
  const at = startMs + 200_000
  const before = checkpointAt(writer, at)

  const stopped = changedWriter(writer, { active: false }, at)
  const started = changedWriter(stopped, { active: true }, at + 5000)

  expect(checkpointAt(stopped, at + 5000)).toBe(before)
  expect(checkpointAt(started, at + 5000)).toBe(before)
  expect(lagOf(started, at + 900_000)).toBeLessThan(50)
})

test('the same seed swings alike', () => {
  const lagsOf = () =>
    everyFiveSeconds.map((atMs) => lagOf(writerWith({ ...swinging, swing }), atMs))

  expect(lagsOf()).toEqual(lagsOf())
})
