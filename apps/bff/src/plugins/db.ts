import fp from 'fastify-plugin'
import type { Kysely } from 'kysely'
import { openDatabase } from '../database/open.ts'
import type { Database } from '../database/schema.ts'

/** The one database of this process, migrated and held exclusively. */
export const db = fp<{ file: string; mode: 'demo' | 'real' }>(
  async (app, { file, mode }) => {
    const database = await openDatabase(file, mode)
    app.decorate('db', database)
    app.addHook('onClose', () => database.destroy())
  },
  { name: 'db' },
)

declare module 'fastify' {
  interface FastifyInstance {
    db: Kysely<Database>
  }
}
