import { createHmac } from 'node:crypto'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { Problem } from '../../../http/problem.ts'
import { limitedAs } from '../address.ts'

const windowMs = 5 * 60_000
/** Failed tries within the window, of one name, whether it is anybody's or not. */
const mostOfName = 5
/** And from one address. */
const mostOfAddress = 20

interface Options {
  db: Kysely<Database>
  /** The master key's `sign-in` part: people type passwords where a name belongs, so no name is kept. */
  key: Buffer
  clock: () => number
  newId: () => string
}

interface Who {
  /** As it was typed; left out where no name is tried. */
  name?: string
  address: string
}

/** A try that counts as failed until it is known not to be. */
export interface Attempt {
  /** Whether the next one would be refused. */
  isLast: boolean
  /** Takes it back, and with it what else this name has failed; what its address has, stays. */
  succeed: (transaction: Transaction<Database>) => Promise<void>
}

/**
 * How often signing in may fail. The count is in the database before the password is looked at: no crash,
 * no restart and no flood of other names takes a failure back. A full window adds no rows.
 */
export class SignInLimits {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Counts a try. Throws `TOO_MANY`, with the time after which one more is free. */
  async begin(who: Who): Promise<Attempt> {
    const { db, newId, clock } = this.#options
    const subjects = this.#subjectsOf(who)
    return db.transaction().execute(async (transaction) => {
      const nowMs = clock()
      await tidy(transaction, nowMs)
      let isLast = false
      const rows: Database['sign_in_failure'][] = []
      for (const { subject, most } of subjects) {
        const failures = await transaction
          .selectFrom('sign_in_failure')
          .select('at')
          .where('subject', '=', subject)
          .orderBy('at')
          .execute()
        if (failures.length >= most) throw tooMany((failures[0]?.at ?? nowMs) + windowMs - nowMs)
        isLast ||= failures.length + 1 >= most
        rows.push({ id: newId(), subject, at: nowMs })
      }
      await transaction.insertInto('sign_in_failure').values(rows).execute()
      return { isLast, succeed: (later) => takeBack(later, rows) }
    })
  }

  #subjectsOf({ name, address }: Who) {
    const ofAddress = { subject: `address:${limitedAs(address)}`, most: mostOfAddress }
    if (name === undefined) return [ofAddress]
    const mark = createHmac('sha256', this.#options.key).update(name).digest('hex')
    return [{ subject: `name:${mark}`, most: mostOfName }, ofAddress]
  }
}

/** What is over is forgotten; what a clock that was set back makes lie in the future, counts from now. */
async function tidy(transaction: Transaction<Database>, nowMs: number) {
  await transaction
    .deleteFrom('sign_in_failure')
    .where('at', '<=', nowMs - windowMs)
    .execute()
  await transaction
    .updateTable('sign_in_failure')
    .set({ at: nowMs })
    .where('at', '>', nowMs)
    .execute()
}

async function takeBack(
  transaction: Transaction<Database>,
  rows: readonly { id: string; subject: string }[],
) {
  const ids = rows.map(({ id }) => id)
  const names = rows.flatMap(({ subject }) => (subject.startsWith('name:') ? subject : []))
  await transaction
    .deleteFrom('sign_in_failure')
    .where((row) =>
      row.or([row('id', 'in', ids), ...(names.length > 0 ? [row('subject', 'in', names)] : [])]),
    )
    .execute()
}

function tooMany(leftMs: number): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil(leftMs / 1000))
  return new Problem('TOO_MANY', `too many tries failed: again in ${retryAfterSeconds} s`, {
    retryAfterSeconds,
  })
}
