import type { ApiToken, Grant } from '@wheelhouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { invalidInput, Problem } from '../../../http/problem.ts'
import { iso, isoOrNull } from '../../../time.ts'
import type { AuditTrail } from '../../audit/trail.ts'
import type { Changes } from '../changes.ts'
import { newSecret, sha256 } from '../secret-token.ts'
import type { Seen } from '../seen.ts'

/** What a token begins with, so that scanners for leaked secrets know one. */
const prefix = 'wht_'

/** What a script signs in with. */
export interface HeldToken {
  id: string
  userId: string
  name: string
  grants: readonly Grant[]
  createdAtMs: number
  expiresAtMs: number
  revokedAtMs: number | null
}

interface Options {
  db: Kysely<Database>
  changes: Changes
  trail: AuditTrail
  seen: Seen
  clock: () => number
  newId: () => string
}

/** So many good tokens somebody may have. */
const mostOfOne = 50

/** API tokens: the hash of each is kept, its text is told once. */
export class Tokens {
  readonly #options: Options
  readonly #byHash = new Map<string, HeldToken>()
  readonly #byId = new Map<string, HeldToken & { tokenSha256: string }>()
  readonly #unexpired = new Set<HeldToken>()

  private constructor(options: Options) {
    this.#options = options
  }

  static async load(options: Options): Promise<Tokens> {
    const tokens = new Tokens(options)
    for (const row of await options.db.selectFrom('api_token').selectAll().execute()) {
      tokens.#hold({
        id: row.id,
        userId: row.user_id,
        name: row.name,
        // Written by this file alone, from grants.
        grants: JSON.parse(row.grants) as Grant[],
        createdAtMs: row.created_at,
        expiresAtMs: row.expires_at,
        revokedAtMs: row.revoked_at,
        tokenSha256: row.token_sha256,
      })
      options.seen.load('api_token', row)
    }
    return tokens
  }

  /** The token that a text is, and notes that it is used; undefined where it is none, or no longer good. */
  use(text: string): HeldToken | undefined {
    if (!/^wht_[\w-]{43}$/u.test(text)) return undefined
    const held = this.#byHash.get(sha256(text))
    if (!held || !this.isGood(held)) return undefined
    this.#options.seen.note('api_token', held.id)
    return held
  }

  get(id: string): HeldToken | undefined {
    return this.#byId.get(id)
  }

  isGood({ expiresAtMs, revokedAtMs }: HeldToken): boolean {
    return revokedAtMs === null && expiresAtMs > this.#options.clock()
  }

  /** Those that were good until now; each is told once. */
  takeExpired(): HeldToken[] {
    const expired = [...this.#unexpired].filter(
      ({ expiresAtMs }) => expiresAtMs <= this.#options.clock(),
    )
    for (const held of expired) this.#unexpired.delete(held)
    return expired
  }

  /** One user's or everybody's, the newest first. */
  list(userId?: string): HeldToken[] {
    return [...this.#byId.values()]
      .filter((held) => userId === undefined || held.userId === userId)
      .toSorted((one, other) => other.createdAtMs - one.createdAtMs)
  }

  shown(token: HeldToken, user: string): ApiToken {
    return {
      id: token.id,
      name: token.name,
      user,
      grants: [...token.grants],
      createdAt: iso(token.createdAtMs),
      expiresAt: iso(token.expiresAtMs),
      seenAt: isoOrNull(this.#options.seen.at('api_token', token.id)),
      revokedAt: isoOrNull(token.revokedAtMs),
    }
  }

  /**
   * Makes a token of somebody's and answers its text. Throws `NAME_TAKEN` where another good one is called
   * so, `INVALID_INPUT` where there are too many.
   */
  async create(
    owner: { id: string; name: string },
    { name, grants, expiresAtMs }: Pick<HeldToken, 'name' | 'grants' | 'expiresAtMs'>,
  ): Promise<{ text: string; token: HeldToken }> {
    const { changes, trail, clock, newId } = this.#options
    const text = prefix + newSecret()
    const held = {
      id: newId(),
      userId: owner.id,
      name,
      grants,
      createdAtMs: clock(),
      expiresAtMs,
      revokedAtMs: null,
      tokenSha256: sha256(text),
    }
    const write = async (transaction: Transaction<Database>) => {
      const good = this.list(owner.id).filter(({ revokedAtMs }) => revokedAtMs === null)
      if (good.length >= mostOfOne)
        throw invalidInput('body', 'too-many', `you have ${mostOfOne} tokens: revoke some first`)
      if (good.some((token) => token.name === name))
        throw new Problem('NAME_TAKEN', `a token of yours is called ${name}: revoke that one first`)
      await transaction
        .insertInto('api_token')
        .values({
          id: held.id,
          token_sha256: held.tokenSha256,
          user_id: owner.id,
          name,
          live_name: name,
          grants: JSON.stringify(grants),
          created_at: held.createdAtMs,
          expires_at: expiresAtMs,
          seen_at: null,
          revoked_at: null,
        })
        .execute()
      await trail.append(transaction, {
        kind: 'token.created',
        actor: owner.name,
        body: { token: name, id: held.id, grants, expiresAt: iso(expiresAtMs) },
      })
    }
    await changes.make(write, () => this.#hold(held))
    return { text, token: held }
  }

  /** Makes tokens useless; `forget` follows the commit. */
  async revoke(transaction: Transaction<Database>, ids: readonly string[]) {
    if (ids.length === 0) return
    await transaction
      .updateTable('api_token')
      .set({ revoked_at: this.#options.clock(), live_name: null })
      .where('id', 'in', ids)
      .where('revoked_at', 'is', null)
      .execute()
  }

  forget(ids: readonly string[]) {
    for (const id of ids) {
      const held = this.#byId.get(id)
      if (held && held.revokedAtMs === null)
        this.#hold({ ...held, revokedAtMs: this.#options.clock() })
    }
  }

  #hold(held: HeldToken & { tokenSha256: string }) {
    const before = this.#byId.get(held.id)
    if (before) this.#unexpired.delete(before)
    if (this.isGood(held)) this.#unexpired.add(held)
    this.#byId.set(held.id, held)
    this.#byHash.set(held.tokenSha256, held)
  }
}
