import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect } from 'kysely'
import { ConfigError, databaseFile, keyPlace, readConfig } from './config/config.ts'
import { nodeSqlite } from './database/node-sqlite.ts'
import type { Database } from './database/schema.ts'
import { onCopyOf } from './features/audit/database-copy.ts'
import type { ChainReport, Link } from './features/audit/chain.ts'
import { AuditTrail } from './features/audit/trail.ts'
import { existingKey } from './key.ts'
import { iso } from './time.ts'

/**
 * Follows the audit trail of an installation from its first record to its last, while the product runs or
 * not; at least to the record that `--anchor` names, where it is given (`120:9f86d081`, from a line "audit
 * anchor" of the log). Says one line; ends with 0 where the chain is intact, 1 where it is broken, 2 where
 * it can't be followed: no database, no key.
 */
const { code, says } = await verify().catch((error: unknown) => ({
  code: 2,
  says: error instanceof Error ? error.message : String(error),
}))
const stream = code === 2 ? process.stderr : process.stdout
stream.write(`audit: ${says}\n`)
process.exitCode = code

async function verify(): Promise<{ code: number; says: string }> {
  const { anchor, rest } = readAnchor(process.argv.slice(2))
  const config = readConfig(rest)
  const file = databaseFile(config)
  return onCopyOf(file, async (copy) => {
    const db = new Kysely<Database>({
      dialect: new SqliteDialect({ database: nodeSqlite(new DatabaseSync(copy)) }),
    })
    try {
      const key = await existingKey(db, keyPlace(config))
      const trail = new AuditTrail({ db, key: key.derive('audit'), clock: Date.now })
      return told(await trail.verify({ anchor }))
    } finally {
      await db.destroy()
    }
  }).catch((error: unknown) => {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(
      `the database ${file} cannot be read (${reasonOf(error)}): name its folder with --data-dir`,
      { cause: error },
    )
  })
}

/** The one flag that is no part of the configuration, and the others. */
function readAnchor(args: readonly string[]): { anchor?: Link; rest: string[] } {
  const at = args.indexOf('--anchor')
  if (at === -1) return { rest: [...args] }
  const groups = /^(?<seq>[1-9]\d{0,14}):(?<mac>[0-9a-f]{8,64})$/u.exec(args[at + 1] ?? '')?.groups
  if (!groups)
    throw new ConfigError(
      '--anchor must be like 120:9f86d081, from a line "audit anchor" of the log',
    )
  return {
    anchor: { seq: Number(groups['seq']), mac: groups['mac'] ?? '' },
    rest: args.toSpliced(at, 2),
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message
}

function told({ records, last, broken }: ChainReport): { code: number; says: string } {
  if (broken) return { code: 1, says: `broken at record ${broken.seq}: ${broken.reason}` }
  // Every start is on record, so an empty trail was emptied.
  if (!last) return { code: 1, says: 'broken at record 1: it is missing' }
  const end = `last ${last.mac.slice(0, 8)} at ${iso(last.at)}`
  return { code: 0, says: `${records} records, chain intact, ${end}` }
}
