import { expect, test } from 'vitest'
import { verdicts, type Verdict } from '@wheelhouse/contract'
import { Hour, keptLag } from './hour.ts'
import { packHour, unpackHour } from './packed-hour.ts'

const number = 494_000
const start = number * 3600

/** Chance that is the same in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * sides)
  }
}

function hourOf(lagOf: (minute: number) => number | null, secondOf: (minute: number) => number) {
  const hour = new Hour(number)
  hour.turn({ second: 0, verdict: 'running' })
  hour.untilSecond = 3600
  for (let minute = 0; minute < 60; minute += 1) {
    const lagSeconds = lagOf(minute)
    if (lagSeconds !== null)
      hour.observe({ atSeconds: start + minute * 60 + secondOf(minute), lagSeconds })
  }
  return hour
}

const told = (hour: Hour) => [hour.untilSecond, [...hour.worst()], hour.turns]
const bytesOf = (hour: Hour) => packHour(hour).length

test('an hour comes back as it was packed, whatever happened in it', () => {
  const known: (Verdict | null)[] = [null, ...verdicts]
  for (let seed = 1; seed <= 300; seed += 1) {
    const roll = dice(seed)
    const gaps = roll(4)
    const width = 10 ** roll(10)
    const hour = hourOf(
      () => (roll(4) < gaps ? null : keptLag(roll(width) - roll(width))),
      () => (seed % 3 === 0 ? 7 : roll(60)),
    )
    for (let second = 0; second < 3600; second += 1 + roll(400))
      hour.turn({ second, verdict: known[roll(known.length)] ?? null })
    hour.untilSecond = roll(3601)

    expect(told(unpackHour(number, packHour(hour)))).toEqual(told(hour))
  }
})

test('the longest lag that is kept comes back, and the most negative', () => {
  const hour = hourOf(
    (minute) => keptLag(minute % 2 === 0 ? 9e12 : -9e12),
    () => 59,
  )

  expect(told(unpackHour(number, packHour(hour)))).toEqual(told(hour))
})

test('an hour costs as many bytes as it has news', () => {
  const roll = dice(7)

  expect(bytesOf(new Hour(number))).toBeLessThanOrEqual(3)
  expect(
    bytesOf(
      hourOf(
        (minute) => 30 + minute * 60,
        () => 12,
      ),
    ),
  ).toBeLessThan(24)
  expect(
    bytesOf(
      hourOf(
        () => 2 + roll(6),
        () => roll(60),
      ),
    ),
  ).toBeLessThan(140)
  expect(
    bytesOf(
      hourOf(
        () => roll(5000),
        () => roll(60),
      ),
    ),
  ).toBeLessThan(220)
})

test('what is no packed hour, or one of another version, is refused', () => {
  const packed = packHour(
    hourOf(
      () => 5,
      () => 1,
    ),
  )

  for (const bytes of [new Uint8Array(), Uint8Array.of(9), packed.slice(0, 3)])
    expect(() => unpackHour(number, bytes)).toThrow(RangeError)
})
