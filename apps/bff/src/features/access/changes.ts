import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../database/schema.ts'

/** Changes to who may come in: one after the other, and in memory before the next one looks. */
export class Changes {
  readonly #db: Kysely<Database>
  #last: Promise<unknown> = Promise.resolve()

  constructor(db: Kysely<Database>) {
    this.#db = db
  }

  /** Writes in a transaction, then, with it committed, `settle`s what is kept in memory. */
  async make<T>(
    write: (transaction: Transaction<Database>) => Promise<T>,
    settle: (written: T) => void,
  ): Promise<T> {
    const change = this.#last.then(async () => {
      const written = await this.#db.transaction().execute(write)
      settle(written)
      return written
    })
    // One that fails keeps none that follow from being made.
    this.#last = change.catch(() => {})
    return change
  }
}
