import type { Settings } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { invalidInput } from '../../http/problem.ts'
import type { AuditTrail } from '../audit/trail.ts'

const key = 'read-only'

interface Options {
  db: Kysely<Database>
  trail: AuditTrail
  /** Whether the configuration says that nothing may be written. */
  isReadOnlyConfigured: boolean
}

/** What was set for the whole product here; it outlives a restart. */
export class ProductSettings {
  readonly #options: Options
  #isReadOnly: boolean
  readonly #listeners = new Set<() => void>()

  private constructor(options: Options, isReadOnly: boolean) {
    this.#options = options
    this.#isReadOnly = isReadOnly
  }

  static async load(options: Options): Promise<ProductSettings> {
    return new ProductSettings(options, await readOnlyIn(options.db))
  }

  /** As the API shows them. */
  get all(): Settings {
    const { isReadOnlyConfigured } = this.#options
    return { readOnly: isReadOnlyConfigured || this.#isReadOnly, isReadOnlyConfigured }
  }

  /**
   * Switches writing to every CM off or on, puts it on record and says so; what is so already is neither.
   * Throws `INVALID_INPUT` where the configuration says that it is off.
   */
  async setReadOnly(readOnly: boolean, by: string) {
    const { db, trail, isReadOnlyConfigured } = this.#options
    if (isReadOnlyConfigured && !readOnly)
      throw invalidInput(
        'body.readOnly',
        'configured',
        'the configuration says readOnly: take it out there and start Wheelhouse again',
      )
    const isSwitched = await db.transaction().execute(async (transaction) => {
      const before = await readOnlyIn(transaction)
      if (before === readOnly) return false
      await transaction.deleteFrom('setting').where('key', '=', key).execute()
      await transaction
        .insertInto('setting')
        .values({ key, value: readOnly ? 'yes' : 'no' })
        .execute()
      await trail.append(transaction, {
        kind: 'product.read-only',
        actor: by,
        body: { readOnly, before },
      })
      return true
    })
    if (!isSwitched) return
    this.#isReadOnly = readOnly
    for (const listener of this.#listeners) listener()
  }

  /** Calls back once something of it has changed. */
  onChange(listener: () => void) {
    this.#listeners.add(listener)
  }
}

async function readOnlyIn(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.value === 'yes'
}
