import { mayEverywhere, type Grant, type User } from '@wheelhouse/contract'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import { Problem } from '../../../http/problem.ts'
import { iso, isoOrNull } from '../../../time.ts'
import type { AuditTrail } from '../../audit/trail.ts'
import type { Changes } from '../changes.ts'
import type { Seen } from '../seen.ts'

/** Somebody who can sign in. */
export interface Account {
  id: string
  name: string
  /** As a PHC string. */
  password: string
  grants: readonly Grant[]
  createdAtMs: number
  createdBy: string
  disabledAtMs: number | null
}

/** What an administrator changes; what is left out stays. */
export interface Change {
  grants?: readonly Grant[] | undefined
  isDisabled?: boolean | undefined
  /** As a PHC string. */
  password?: string | undefined
}

interface Options {
  db: Kysely<Database>
  changes: Changes
  trail: AuditTrail
  seen: Seen
  clock: () => number
  newId: () => string
}

/** Names under which something else goes on record. */
const reserved = new Set(['wheelhouse', 'local', 'anonymous'])

const isAdmin = ({ grants, disabledAtMs }: Pick<Account, 'grants' | 'disabledAtMs'>): boolean =>
  disabledAtMs === null && mayEverywhere(grants, 'users')

/** Who can sign in. All of them are in memory; a change holds from the moment it is committed. */
export class Users {
  readonly #options: Options
  readonly #accounts = new Map<string, Account>()

  private constructor(options: Options) {
    this.#options = options
  }

  static async load(options: Options): Promise<Users> {
    const users = new Users(options)
    for (const row of await options.db.selectFrom('user').selectAll().execute()) {
      users.#accounts.set(row.id, accountOf(row))
      options.seen.load('user', row)
    }
    return users
  }

  get(id: string): Account | undefined {
    return this.#accounts.get(id)
  }

  named(name: string): Account | undefined {
    return [...this.#accounts.values()].find((account) => account.name === name)
  }

  /** Whether anybody can manage users. */
  get hasAdmin(): boolean {
    return [...this.#accounts.values()].some(isAdmin)
  }

  all(): User[] {
    return [...this.#accounts.values()]
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .map((account) => this.shown(account))
  }

  shown({ id, name, grants, createdAtMs, createdBy, disabledAtMs }: Account): User {
    return {
      id,
      name,
      grants: [...grants],
      createdAt: iso(createdAtMs),
      createdBy,
      seenAt: isoOrNull(this.#options.seen.at('user', id)),
      disabledAt: isoOrNull(disabledAtMs),
    }
  }

  /** Throws `NAME_TAKEN`, or `INVALID_INPUT` for a name that can't be a person's. */
  refuseName(name: string) {
    if (reserved.has(name))
      throw new Problem('INVALID_INPUT', `${name} is the name of something else on the record`, {
        field: 'body.name',
        fault: 'reserved',
      })
    if (this.named(name)) throw new Problem('NAME_TAKEN', `somebody is called ${name} already`)
  }

  /**
   * Writes somebody down; they are known once `admit` is called, after the commit. Throws as
   * `refuseName`.
   */
  async insert(
    transaction: Transaction<Database>,
    { name, ...rest }: Pick<Account, 'name' | 'password' | 'grants' | 'createdBy'>,
  ): Promise<Account> {
    this.refuseName(name)
    const account = {
      ...rest,
      id: this.#options.newId(),
      name,
      createdAtMs: this.#options.clock(),
      disabledAtMs: null,
    }
    await transaction
      .insertInto('user')
      .values({
        id: account.id,
        name,
        password: account.password,
        grants: JSON.stringify(account.grants),
        created_at: account.createdAtMs,
        created_by: account.createdBy,
        seen_at: null,
        disabled_at: null,
      })
      .execute()
    return account
  }

  /** Once it is committed. */
  admit(account: Account) {
    this.#accounts.set(account.id, account)
  }

  async create(
    user: Pick<Account, 'name' | 'password' | 'grants' | 'createdBy'>,
  ): Promise<Account> {
    const { changes, trail } = this.#options
    const write = async (transaction: Transaction<Database>) => {
      const inserted = await this.insert(transaction, user)
      await trail.append(transaction, {
        kind: 'user.created',
        actor: user.createdBy,
        body: { user: inserted.name, id: inserted.id, grants: inserted.grants },
      })
      return inserted
    }
    return changes.make(write, (account) => this.admit(account))
  }

  /** Writes a change down, as `insert`. Throws `LAST_ADMIN` where nobody would be left to manage users. */
  async update(
    transaction: Transaction<Database>,
    { id }: Pick<Account, 'id'>,
    { grants, isDisabled, password }: Change,
  ): Promise<Account> {
    const before = this.#accounts.get(id)
    if (!before) throw new Problem('NOT_FOUND', `no user has the id ${id}`)
    const disabledAtMs =
      isDisabled === undefined
        ? before.disabledAtMs
        : isDisabled
          ? (before.disabledAtMs ?? this.#options.clock())
          : null
    const after = {
      ...before,
      grants: grants ?? before.grants,
      password: password ?? before.password,
      disabledAtMs,
    }
    const others = [...this.#accounts.values()].filter((account) => account.id !== id)
    if (isAdmin(before) && !isAdmin(after) && !others.some(isAdmin))
      throw new Problem('LAST_ADMIN', `${before.name} is the last who can manage users`)
    await transaction
      .updateTable('user')
      .set({
        grants: JSON.stringify(after.grants),
        password: after.password,
        disabled_at: after.disabledAtMs,
      })
      .where('id', '=', id)
      .execute()
    return after
  }
}

const accountOf = (row: Database['user']): Account => ({
  id: row.id,
  name: row.name,
  password: row.password,
  // Written by this file alone, from grants.
  grants: JSON.parse(row.grants) as Grant[],
  createdAtMs: row.created_at,
  createdBy: row.created_by,
  disabledAtMs: row.disabled_at,
})
