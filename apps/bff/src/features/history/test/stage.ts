import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Verdict } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import { vi } from 'vitest'
import { openDatabase } from '../../../database/open.ts'
import type { Database } from '../../../database/schema.ts'
import { History, type Noted } from '../history.ts'
import { turnsOver } from '../hour.ts'

const startMs = Date.parse('2026-01-01T12:00:00Z')
export const startSeconds = startMs / 1000
const longSeconds = 3 * 3600

export type HistoryStage = Awaited<ReturnType<typeof setHistoryStage>>

/** History over a database of its own, and a clock that stands until it is moved. */
export async function setHistoryStage() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-history-'))
  const db: Kysely<Database> = await openDatabase(join(folder, 'wheelhouse.db'), 'real')
  const troubles: unknown[] = []
  let nowMs = startMs
  const load = async () =>
    History.load({
      db,
      isTracked: () => true,
      days: 7,
      clock: () => nowMs,
      steady: () => nowMs,
      onTrouble: (error) => troubles.push(error),
    })
  let history = await load()

  /** Seconds since the beginning. */
  const now = () => (nowMs - startMs) / 1000
  const at = (seconds: number) => (nowMs = startMs + seconds * 1000)
  const row = (lagSeconds: number | null, verdict: Verdict = 'running', id = 'c1'): Noted => ({
    id,
    verdict,
    lagSeconds,
    observedAtMs: lagSeconds === null ? null : nowMs,
  })
  /** Lets the timer tick; what it began is done once the database answers. */
  async function tick() {
    vi.advanceTimersByTime(1000)
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  }
  const hoursIn = async (seconds: number) =>
    history.hoursOf('c1', {
      fromSeconds: startSeconds - seconds,
      toSeconds: startSeconds + seconds,
    })

  return {
    db,
    troubles,
    get history() {
      return history
    },
    now,
    at,
    row,
    tick,
    /** A reading each so many seconds, until that second. */
    observe(until: number, every: number, lagOf: (second: number) => number) {
      for (let second = now(); second < until; second += every) {
        at(second)
        history.note(row(lagOf(second)))
      }
    },
    worstIn: async (seconds = longSeconds) =>
      (await hoursIn(seconds)).flatMap((hour) => Array.from(hour.worst())),
    turnsIn: async () =>
      turnsOver(await hoursIn(longSeconds)).map(({ atSeconds, verdict }) => [
        atSeconds - startSeconds,
        verdict,
      ]),
    /** At `seconds`, as after the process ended and was started again. */
    async restart(seconds: number) {
      await history.close()
      at(seconds)
      history = await load()
    },
    async end() {
      vi.useRealTimers()
      await history.close()
      await db.destroy()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
