import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { newSecret, sha256 } from '../secret-token.ts'
import type { Seen } from '../seen.ts'

/** Why a session is over without anybody having ended it. */
export type Lapse = 'idle' | 'too-old'

/** So many browsers of one user are signed in at once. */
const mostOfOne = 50

/** A browser that is signed in. */
export interface LiveSession {
  id: string
  userId: string
  createdAtMs: number
  /** When it ends, whatever is done with it. */
  endsAtMs: number
  userAgent: string
  address: string
}

interface Held extends LiveSession {
  tokenSha256: string
  /** By the steady clock: what holds where somebody sets the other one back. */
  endsSteadyMs: number
  seenSteadyMs: number
}

interface Options {
  db: Kysely<Database>
  seen: Seen
  clock: () => number
  steady: () => number
  newId: () => string
  /** A session that nothing comes in from for so long is over. */
  idleMs: number
  /** So long after its beginning it is over in any case. */
  lifeMs: number
}

/**
 * Who is signed in where. A browser holds 256 random bits, we hold their hash: who has stolen the database
 * has no session. All are in memory; what is written in a transaction holds once it is told of the commit.
 */
export class Sessions {
  readonly #options: Options
  readonly #byHash = new Map<string, Held>()
  readonly #byId = new Map<string, Held>()

  private constructor(options: Options) {
    this.#options = options
  }

  static async load(options: Options): Promise<Sessions> {
    const sessions = new Sessions(options)
    const [nowMs, nowSteadyMs] = [options.clock(), options.steady()]
    for (const row of await options.db.selectFrom('session').selectAll().execute()) {
      sessions.#hold({
        id: row.id,
        userId: row.user_id,
        createdAtMs: row.created_at,
        endsAtMs: row.ends_at,
        userAgent: row.user_agent,
        address: row.address,
        tokenSha256: row.token_sha256,
        endsSteadyMs: nowSteadyMs + Math.min(row.ends_at - nowMs, options.lifeMs),
        seenSteadyMs: nowSteadyMs - Math.max(0, nowMs - row.seen_at),
      })
      options.seen.load('session', row)
    }
    return sessions
  }

  /** The session that a token is of, and notes that it is used; undefined where it is nobody's or over. */
  use(token: string): LiveSession | undefined {
    const held = this.#byHash.get(sha256(token))
    if (!held || this.#lapseOf(held)) return undefined
    const { seen, steady } = this.#options
    held.seenSteadyMs = steady()
    seen.note('session', held.id)
    seen.note('user', held.userId)
    return held
  }

  get(id: string): LiveSession | undefined {
    const held = this.#byId.get(id)
    return held && !this.#lapseOf(held) ? held : undefined
  }

  /** Whose it is, also when it is over. */
  userOf(id: string): string | undefined {
    return this.#byId.get(id)?.userId
  }

  /** All of one user, also those that are over and not yet forgotten. */
  idsOf(userId: string): string[] {
    return [...this.#byId.values()].flatMap((held) => (held.userId === userId ? held.id : []))
  }

  /** Those that are not over, of one user or of all, the newest first. */
  list(userId?: string): LiveSession[] {
    return [...this.#byId.values()]
      .filter((held) => (userId === undefined || held.userId === userId) && !this.#lapseOf(held))
      .toSorted((one, other) => other.createdAtMs - one.createdAtMs)
  }

  /** Those of a user that have to make room for another one: what was used longest ago. */
  surplusOf(userId: string): string[] {
    return [...this.#byId.values()]
      .filter((held) => held.userId === userId)
      .toSorted((one, other) => other.seenSteadyMs - one.seenSteadyMs)
      .slice(mostOfOne - 1)
      .map(({ id }) => id)
  }

  /** Those that are over, and not yet forgotten. */
  lapsed(): { session: LiveSession; lapse: Lapse }[] {
    return [...this.#byId.values()].flatMap((session) => {
      const lapse = this.#lapseOf(session)
      return lapse ? [{ session, lapse }] : []
    })
  }

  /** Writes a new session down; its token is good once `admit` is called, after the commit. */
  async insert(
    transaction: Transaction<Database>,
    { userId, userAgent, address }: Pick<LiveSession, 'userId' | 'userAgent' | 'address'>,
  ): Promise<{ token: string; session: LiveSession; admit: () => void }> {
    const { clock, steady, newId, lifeMs, seen } = this.#options
    const token = newSecret()
    const createdAtMs = clock()
    const session: Held = {
      id: newId(),
      userId,
      createdAtMs,
      endsAtMs: createdAtMs + lifeMs,
      userAgent: userAgent.slice(0, 255),
      address,
      tokenSha256: sha256(token),
      endsSteadyMs: steady() + lifeMs,
      seenSteadyMs: steady(),
    }
    await transaction
      .insertInto('session')
      .values({
        id: session.id,
        token_sha256: session.tokenSha256,
        user_id: userId,
        created_at: createdAtMs,
        seen_at: createdAtMs,
        ends_at: session.endsAtMs,
        user_agent: session.userAgent,
        address,
      })
      .execute()
    const admit = () => {
      this.#hold(session)
      seen.load('session', { id: session.id, seen_at: createdAtMs })
      seen.note('user', userId)
    }
    return { token, session, admit }
  }

  /** Takes sessions out of the database; `forget` follows the commit. */
  async delete(transaction: Transaction<Database>, ids: readonly string[]) {
    if (ids.length === 0) return
    await transaction.deleteFrom('session').where('id', 'in', ids).execute()
  }

  forget(ids: readonly string[]) {
    for (const id of ids) {
      const held = this.#byId.get(id)
      if (!held) continue
      this.#byId.delete(id)
      this.#byHash.delete(held.tokenSha256)
      this.#options.seen.forget('session', id)
    }
  }

  #lapseOf(held: Held): Lapse | undefined {
    const { clock, steady, seen, idleMs } = this.#options
    const nowMs = clock()
    if (nowMs >= held.endsAtMs || steady() >= held.endsSteadyMs) return 'too-old'
    const seenMs = seen.at('session', held.id) ?? held.createdAtMs
    return nowMs - seenMs >= idleMs || steady() - held.seenSteadyMs >= idleMs ? 'idle' : undefined
  }

  #hold(held: Held) {
    this.#byId.set(held.id, held)
    this.#byHash.set(held.tokenSha256, held)
  }
}
