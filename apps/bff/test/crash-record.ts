import { DatabaseSync } from 'node:sqlite'
import type { AuditRecord, Operation } from '@wheelhouse/contract'
import type { Effect } from '@wheelhouse/simulator'
import { Kysely, SqliteDialect } from 'kysely'
import { checkConfig, databaseFile, keyPlace } from '../src/config/config.ts'
import { nodeSqlite } from '../src/database/node-sqlite.ts'
import type { Database } from '../src/database/schema.ts'
import type { ChainReport } from '../src/features/audit/chain.ts'
import { onCopyOf } from '../src/features/audit/database-copy.ts'
import { AuditTrail } from '../src/features/audit/trail.ts'
import { existingKey } from '../src/key.ts'

/** Follows the audit trail of a data folder as `pnpm audit:verify` does, while the product runs. */
export async function verifyTrail(dataDir: string): Promise<ChainReport> {
  const config = checkConfig({ dataDir, clusters: [{ id: 'none', url: 'http://127.0.0.1:9' }] })
  return onCopyOf(databaseFile(config), async (copy) => {
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: nodeSqlite(new DatabaseSync(copy)) }),
    })
    try {
      const key = (await existingKey(db, keyPlace(config))).derive('audit')
      return await new AuditTrail({ db, key, clock: Date.now }).verify()
    } finally {
      await db.destroy()
    }
  })
}

/** The effects that nothing on record had announced: the n-th of them belongs to the n-th write. */
export function unannounced(
  effects: readonly Effect[],
  { steps }: Operation,
  records: readonly AuditRecord[],
): Effect[] {
  const writes = steps.flatMap(({ effect }, position) => (effect === 'write' ? [position] : []))
  return effects.filter(
    ({ at }, n) =>
      !records.some(
        (record) =>
          record.kind === 'step.intent' && record.step === writes[n] && Date.parse(record.at) <= at,
      ),
  )
}
