import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'

/** Who comes in all the time is written down so often. */
const everyMs = 60_000

interface Options {
  db: Kysely<Database>
  /** Epoch milliseconds. */
  clock: () => number
  onTrouble: (error: unknown) => void
}

type Table = 'user' | 'session' | 'api_token'

/** When a request of somebody last came in. It is kept in memory, and in the database to the minute. */
export class Seen {
  readonly #options: Options
  readonly #times = new Map<string, { atMs: number | null; writtenMs: number }>()

  constructor(options: Options) {
    this.#options = options
  }

  load(table: Table, { id, seen_at: atMs }: { id: string; seen_at: number | null }) {
    this.#times.set(`${table} ${id}`, { atMs, writtenMs: atMs ?? 0 })
  }

  /** Epoch milliseconds; null for never. */
  at(table: Table, id: string): number | null {
    return this.#times.get(`${table} ${id}`)?.atMs ?? null
  }

  note(table: Table, id: string) {
    const { db, clock, onTrouble } = this.#options
    const nowMs = clock()
    const writtenMs = this.#times.get(`${table} ${id}`)?.writtenMs ?? 0
    const isDue = Math.abs(nowMs - writtenMs) >= everyMs
    this.#times.set(`${table} ${id}`, { atMs: nowMs, writtenMs: isDue ? nowMs : writtenMs })
    if (!isDue) return
    // Nobody is turned away, and no read fails, because this could not be written down.
    db.updateTable(table).set({ seen_at: nowMs }).where('id', '=', id).execute().catch(onTrouble)
  }

  forget(table: Table, id: string) {
    this.#times.delete(`${table} ${id}`)
  }
}
