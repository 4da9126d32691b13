import type { Verdict } from '@wheelhouse/contract'
import { ByteReader, ByteWriter } from './bytes.ts'
import { Hour } from './hour.ts'

const version = 1

/** The codes of the packed form: only ever added to, whatever order the contract has. 0 is nobody looked. */
const codes: Readonly<Record<Verdict, number>> = {
  'needs-you': 1,
  operating: 2,
  unreachable: 3,
  abnormal: 4,
  stalled: 5,
  'falling-behind': 6,
  'catching-up': 7,
  unknown: 8,
  stopped: 9,
  running: 10,
  'not-observable': 11,
}
// Its keys are those of the record above, which the compiler checks.
const verdictOf = new Map(Object.entries(codes).map(([key, code]) => [code, key as Verdict]))

/** What a run of minutes is. */
const runKinds = { silence: 0, apart: 1, alike: 2 } as const

/** A minute as the difference to the one observed before it. */
interface Minute {
  lag: number
  second: number
}

/**
 * An hour in as few bytes as it has news: until when somebody looked, the turns, then runs of minutes,
 * those without an observation, those that differ from the one before all alike, and all others.
 */
export function packHour(hour: Hour): Uint8Array {
  const bytes = new ByteWriter()
  bytes.count(version)
  bytes.count(hour.untilSecond)
  bytes.count(hour.turns.length)
  let second = 0
  for (const turn of hour.turns) {
    bytes.count(turn.second - second)
    bytes.count(turn.verdict === null ? 0 : codes[turn.verdict])
    second = turn.second
  }
  writeRuns(bytes, minutesOf(hour))
  return bytes.done()
}

/** Throws a `RangeError` for what is no packed hour of this version. */
export function unpackHour(hour: number, packed: Uint8Array): Hour {
  const bytes = new ByteReader(packed)
  if (bytes.count() !== version) throw new RangeError('an hour of another version')
  const unpacked = new Hour(hour)
  unpacked.untilSecond = bytes.count()
  let second = 0
  for (let turns = bytes.count(); turns > 0; turns -= 1) {
    second += bytes.count()
    unpacked.turns.push({ second, verdict: verdictOf.get(bytes.count()) ?? null })
  }
  readRuns(bytes, unpacked)
  return unpacked
}

function minutesOf(hour: Hour): (Minute | undefined)[] {
  const before = { lag: 0, second: 0 }
  return Array.from({ length: 60 }, (_, minute) => {
    const worst = hour.worstOf(minute)
    if (!worst) return undefined
    const second = worst.atSeconds - hour.startSeconds - minute * 60
    const step = { lag: worst.lagSeconds - before.lag, second: second - before.second }
    before.lag = worst.lagSeconds
    before.second = second
    return step
  })
}

function writeRuns(bytes: ByteWriter, minutes: readonly (Minute | undefined)[]) {
  const lastHeard = minutes.findLastIndex((minute) => minute !== undefined)
  for (let at = 0; at <= lastHeard;) {
    const alike = lengthOf(minutes, at, isAlike(minutes[at]))
    const first = minutes[at]
    if (!first) bytes.count(alike * 4 + runKinds.silence)
    else if (alike > 2) {
      bytes.count(alike * 4 + runKinds.alike)
      writeMinute(bytes, first)
    } else {
      const apart = lengthOf(minutes, at, (minute, place) => {
        return minute !== undefined && lengthOf(minutes, place, isAlike(minute)) < 3
      })
      bytes.count(apart * 4 + runKinds.apart)
      for (const minute of minutes.slice(at, at + apart)) if (minute) writeMinute(bytes, minute)
      at += apart
      continue
    }
    at += alike
  }
}

function readRuns(bytes: ByteReader, hour: Hour) {
  let [minute, lag, second] = [0, 0, 0]
  while (!bytes.isAtEnd) {
    const head = bytes.count()
    const kind = head % 4
    let step = kind === runKinds.alike ? readMinute(bytes) : undefined
    for (let left = Math.floor(head / 4); left > 0 && minute < 60; left -= 1, minute += 1) {
      if (kind === runKinds.apart) step = readMinute(bytes)
      if (!step) continue
      lag += step.lag
      second += step.second
      hour.observe({ atSeconds: hour.startSeconds + minute * 60 + second, lagSeconds: lag })
    }
  }
}

function writeMinute(bytes: ByteWriter, { lag, second }: Minute) {
  bytes.signed(second)
  bytes.signed(lag)
}

function readMinute(bytes: ByteReader): Minute {
  const second = bytes.signed()
  return { second, lag: bytes.signed() }
}

const isAlike = (first: Minute | undefined) => (other: Minute | undefined) =>
  first?.lag === other?.lag && first?.second === other?.second

/** How many from `at` on are as wanted, without a gap. */
function lengthOf(
  minutes: readonly (Minute | undefined)[],
  at: number,
  isWanted: (minute: Minute | undefined, place: number) => boolean,
): number {
  let length = 0
  while (at + length < minutes.length && isWanted(minutes[at + length], at + length)) length += 1
  return length
}
