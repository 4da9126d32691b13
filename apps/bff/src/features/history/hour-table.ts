import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { Hour } from './hour.ts'
import { unpackHour } from './packed-hour.ts'

export interface HourRow {
  component: string
  hour: number
  packed: Uint8Array
}

/** So many components' hours are taken away by one statement. */
const atOnce = 200

/** The packed hours in the database. Every method throws the database's error. */
export class HourTable {
  readonly #db: Kysely<Database>

  constructor(db: Kysely<Database>) {
    this.#db = db
  }

  /** The oldest first; an hour that this version can't read is as one that was never kept. */
  async of(component: string, { from, to }: { from: number; to: number }): Promise<Hour[]> {
    const rows = await this.#db
      .selectFrom('lag_hour')
      .select(['hour', 'packed'])
      .where('component_id', '=', component)
      .where('hour', '>=', from)
      .where('hour', '<=', to)
      .orderBy('hour')
      .execute()
    return rows.map(readHour).filter((hour) => hour !== undefined)
  }

  /** Of every component, the oldest first. */
  async since(hour: number): Promise<Map<string, Hour[]>> {
    const rows = await this.#db
      .selectFrom('lag_hour')
      .selectAll()
      .where('hour', '>=', hour)
      .orderBy('hour')
      .execute()
    const hours = new Map<string, Hour[]>()
    for (const row of rows) {
      const read = readHour(row)
      if (!read) continue
      const known = hours.get(row.component_id)
      if (known) known.push(read)
      else hours.set(row.component_id, [read])
    }
    return hours
  }

  /** In place of what there was of the same hours; one row at least. */
  async write(rows: readonly HourRow[]) {
    await this.#db
      .replaceInto('lag_hour')
      .values(
        rows.map(({ component, hour, packed }) => ({ component_id: component, hour, packed })),
      )
      .execute()
  }

  async forget(component: string) {
    await this.#db.deleteFrom('lag_hour').where('component_id', '=', component).execute()
  }

  /** Takes some of what is older away; answers whether there may be more. */
  async sweep(before: number): Promise<boolean> {
    const rows = await this.#db
      .selectFrom('lag_hour')
      .select('component_id')
      .where('hour', '<', before)
      .limit(atOnce)
      .execute()
    const components = [...new Set(rows.map(({ component_id }) => component_id))]
    if (components.length === 0) return false
    await this.#db
      .deleteFrom('lag_hour')
      .where('component_id', 'in', components)
      .where('hour', '<', before)
      .execute()
    return true
  }
}

function readHour({ hour, packed }: { hour: number; packed: Uint8Array }): Hour | undefined {
  try {
    return unpackHour(hour, packed)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
