import type { Reading } from './reading.ts'

/** How long positions are kept, milliseconds. */
const spanMs = 120_000
/** Of those that are closer together than this only the newest stays. */
const apartMs = 25_000

/** What is kept of readings that are not the newest: where the component was, and when. */
export interface Position {
  observedAtMs: number
  checkpointSeconds: number | null
  sampledAtSeconds: number | null
  /** By how much its samples were at most ahead of our clock, seconds; mostly negative: a sample has an age. */
  aheadSeconds: number | null
}

/** Positions as plain numbers, four each: of ten thousand components they are kept with every reading. */
export type PackedPositions = readonly number[]
const width = 4

/** Null is written as `NaN`. */
export const packPositions = (positions: readonly Position[]): PackedPositions =>
  positions.flatMap((position) => [
    position.observedAtMs,
    position.checkpointSeconds ?? Number.NaN,
    position.sampledAtSeconds ?? Number.NaN,
    position.aheadSeconds ?? Number.NaN,
  ])

export const unpackPositions = (packed: PackedPositions): Position[] =>
  Array.from({ length: packed.length / width }, (_, at) => ({
    observedAtMs: packed[at * width] ?? 0,
    checkpointSeconds: numberIn(packed[at * width + 1]),
    sampledAtSeconds: numberIn(packed[at * width + 2]),
    aheadSeconds: numberIn(packed[at * width + 3]),
  }))

const numberIn = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value

/** The positions with one more: oldest first, at most two minutes long and some six in number. */
export function withPosition(positions: readonly Position[], reading: Reading): Position[] {
  const { observedAtMs, checkpointSeconds, sampledAtSeconds } = reading
  // None of later than now, either: the clock was set back.
  const left = positions.filter(
    (position) =>
      position.observedAtMs > observedAtMs - spanMs && position.observedAtMs <= observedAtMs,
  )
  const [before, newest] = [left.at(-2), left.at(-1)]
  const isReplaced =
    before !== undefined &&
    newest !== undefined &&
    newest.observedAtMs - before.observedAtMs < apartMs
  const ahead = sampledAtSeconds === null ? null : sampledAtSeconds - observedAtMs / 1000
  const position = {
    observedAtMs,
    checkpointSeconds,
    sampledAtSeconds,
    aheadSeconds: isReplaced ? most(ahead, newest.aheadSeconds) : ahead,
  }
  return isReplaced ? [...left.slice(0, -1), position] : [...left, position]
}

const most = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.max(one, other)
