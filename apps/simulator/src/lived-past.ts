import { checkpointAt } from './course.ts'
import { chanceOf } from './random.ts'
import { swingAt } from './swing.ts'
import type { Writer } from './writer.ts'

export type PastWord =
  | 'running'
  | 'falling-behind'
  | 'catching-up'
  | 'stalled'
  | 'abnormal'
  | 'stopped'

/** Epoch seconds, lag in seconds, and how the writer was then. */
export type PastPoint = [atSeconds: number, lagSeconds: number, word: PastWord]

/** A time in which the lag went evenly; told from its end backwards. */
interface Episode {
  forSeconds: number
  /** Seconds of lag for a second of time. */
  slope: number
  word: PastWord
}

/** An outage long over: out of work for a while, and then catching up. */
interface Outage {
  beganSeconds: number
  forSeconds: number
}

const catchUpRate = 3

/**
 * What a writer may have lived through until now, a point a minute, the oldest first: its swings, an outage
 * or two, and what led to the state that it is in. It ends where its course is now.
 */
export function livedPast(
  writer: Writer,
  { nowMs, hours }: { nowMs: number; hours: number },
): PastPoint[] {
  const nowSeconds = Math.floor(nowMs / 1000)
  const swing = (seconds: number) => swingAt(writer.swing, seconds * 1000, writer.rate || 1)
  const lagNow = nowMs / 1000 - checkpointAt(writer, nowMs)
  const steadyNow = lagNow - (writer.active && writer.rate > 0 ? swing(nowMs / 1000) : 0)
  const { episodes, usualSeconds } = whatLedHere(writer, { steadyNow, nowMs })
  const wellUntil = nowSeconds - episodes.reduce((sum, { forSeconds }) => sum + forSeconds, 0)
  const outages = outagesBefore(writer, { untilSeconds: wellUntil, hours })

  const minutes = Array.from({ length: hours * 60 }, (_, minute) => nowSeconds - minute * 60)
  return minutes.toReversed().map((seconds): PastPoint => {
    const late = latelyAt(episodes, { ago: nowSeconds - seconds, steadyNow })
    if (late !== undefined) {
      const swings = late.word === 'falling-behind' || late.word === 'catching-up'
      return [seconds, Math.round(late.lagSeconds + (swings ? swing(seconds) : 0)), late.word]
    }
    const { lagSeconds, word } = outageAt(outages, seconds)
    return [seconds, Math.round(usualSeconds + lagSeconds + swing(seconds)), word]
  })
}

/** The episodes that ended in the present state, the newest first, and the lag that it had before them. */
function whatLedHere(
  writer: Writer,
  { steadyNow, nowMs }: { steadyNow: number; nowMs: number },
): { episodes: Episode[]; usualSeconds: number } {
  const { active, status, rate, floorLagSeconds, anchorMs, name } = writer
  const well = Math.min(Math.max(floorLagSeconds, 1), steadyNow)
  const lost = steadyNow - well
  if (!active) {
    const forSeconds = (nowMs - anchorMs) / 1000
    const word = status === 'running' ? 'abnormal' : 'stopped'
    return { episodes: [{ forSeconds, slope: 1, word }], usualSeconds: steadyNow - forSeconds }
  }
  if (lost <= 12) return { episodes: [], usualSeconds: steadyNow }
  if (rate === 0) {
    return { episodes: [{ forSeconds: lost, slope: 1, word: 'stalled' }], usualSeconds: well }
  }
  if (rate < 1) {
    const forSeconds = lost / (1 - rate)
    return {
      episodes: [{ forSeconds, slope: 1 - rate, word: 'falling-behind' }],
      usualSeconds: well,
    }
  }
  if (rate > 1) {
    // About half of the way is behind it.
    const forSeconds = (lost / (rate - 1)) * (0.4 + 0.8 * chanceOf(`${name}/catching up`))
    const outage = lost + (rate - 1) * forSeconds
    return {
      episodes: [
        { forSeconds, slope: 1 - rate, word: 'catching-up' },
        { forSeconds: outage, slope: 1, word: 'abnormal' },
      ],
      usualSeconds: well,
    }
  }
  // It holds its lag: some hours ago it fell back to where it is.
  return {
    episodes: [
      { forSeconds: 3600 * (2 + 6 * chanceOf(`${name}/behind`)), slope: 0, word: 'falling-behind' },
      { forSeconds: 2 * lost, slope: 0.5, word: 'falling-behind' },
    ],
    usualSeconds: well,
  }
}

/** `undefined` before the episodes began. */
function latelyAt(
  episodes: readonly Episode[],
  { ago, steadyNow }: { ago: number; steadyNow: number },
): { lagSeconds: number; word: PastWord } | undefined {
  let lagSeconds = steadyNow
  let left = ago
  for (const { forSeconds, slope, word } of episodes) {
    if (left <= forSeconds) return { lagSeconds: lagSeconds - slope * left, word }
    lagSeconds -= slope * forSeconds
    left -= forSeconds
  }
  return undefined
}

/** None, one or two a day, each of some minutes. */
function outagesBefore(
  { jitterSeed }: Writer,
  { untilSeconds, hours }: { untilSeconds: number; hours: number },
): Outage[] {
  const day = 86_400
  const days = Array.from({ length: Math.ceil(hours / 24) }, (_, index) => index)
  return days.flatMap((ago) =>
    ['one', 'two']
      .filter((which) => chanceOf(`${jitterSeed}/outage ${which}/${ago}`) < 0.4)
      .map((which) => {
        const when = chanceOf(`${jitterSeed}/when ${which}/${ago}`)
        const forSeconds = 180 + Math.floor(900 * chanceOf(`${jitterSeed}/long ${which}/${ago}`))
        // Over, the catching up included, before anything else began.
        const beganSeconds = untilSeconds - 2 * forSeconds - Math.floor((ago + when) * day)
        return { beganSeconds, forSeconds }
      }),
  )
}

function outageAt(
  outages: readonly Outage[],
  atSeconds: number,
): { lagSeconds: number; word: PastWord } {
  let worst: { lagSeconds: number; word: PastWord } = { lagSeconds: 0, word: 'running' }
  for (const { beganSeconds, forSeconds } of outages) {
    const since = atSeconds - beganSeconds
    if (since <= 0) continue
    const lagSeconds =
      since <= forSeconds ? since : forSeconds - (since - forSeconds) * (catchUpRate - 1)
    if (lagSeconds > worst.lagSeconds)
      worst = { lagSeconds, word: since <= forSeconds ? 'abnormal' : 'catching-up' }
  }
  return worst
}
