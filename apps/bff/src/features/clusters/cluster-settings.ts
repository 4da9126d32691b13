import { EventEmitter } from 'node:events'
import { defaultProtection, type ProtectionLevel } from '@wheelhouse/contract'
import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { AuditTrail } from '../audit/trail.ts'

interface Options {
  db: Kysely<Database>
  trail: AuditTrail
}

interface ClusterSetting {
  /** How much lag its components may have, unless they have a level of their own. */
  protection: ProtectionLevel
  /** Whether writing to its CM is switched off here. */
  readOnly: boolean
}

interface Changed {
  /** Whether its components may now lag more, or less. */
  isProtected: boolean
}

const byDefault: ClusterSetting = { protection: defaultProtection, readOnly: false }

/** What was set for each cluster here; nothing of it is sent to CM. */
export class ClusterSettings {
  readonly #options: Options
  readonly #byCluster: Map<string, ClusterSetting>
  readonly #announcer = new EventEmitter<{
    changed: [cluster: string, change: Changed]
  }>()

  private constructor(options: Options, byCluster: Map<string, ClusterSetting>) {
    this.#options = options
    this.#byCluster = byCluster
  }

  static async load(options: Options): Promise<ClusterSettings> {
    const rows = await options.db.selectFrom('cluster_setting').selectAll().execute()
    return new ClusterSettings(options, new Map(rows.map((row) => [row.cluster, settingOf(row)])))
  }

  of(cluster: string): ClusterSetting {
    return this.#byCluster.get(cluster) ?? byDefault
  }

  protectionOf(cluster: string): ProtectionLevel {
    return this.of(cluster).protection
  }

  /** Puts what changes on record, each by itself, and says so; what is so already is neither. */
  async change(cluster: string, change: Partial<ClusterSetting>, by: string) {
    const { db, trail } = this.#options
    const changed = await db.transaction().execute(async (transaction) => {
      // As the change before this one left it: two at once, of two things, both hold.
      const row = await transaction
        .selectFrom('cluster_setting')
        .selectAll()
        .where('cluster', '=', cluster)
        .executeTakeFirst()
      const before = row ? settingOf(row) : byDefault
      const after = { ...before, ...change }
      const { protection, readOnly } = after
      const isProtected = protection !== before.protection
      const isSwitched = readOnly !== before.readOnly
      if (!isProtected && !isSwitched) return undefined
      await transaction.deleteFrom('cluster_setting').where('cluster', '=', cluster).execute()
      await transaction
        .insertInto('cluster_setting')
        .values({ cluster, protection, read_only: readOnly ? 1 : 0 })
        .execute()
      if (isProtected)
        await trail.append(transaction, {
          kind: 'cluster.protected',
          actor: by,
          body: { cluster, protection, before: before.protection },
        })
      if (isSwitched)
        await trail.append(transaction, {
          kind: 'cluster.read-only',
          actor: by,
          body: { cluster, readOnly, before: before.readOnly },
        })
      return { after, isProtected }
    })
    if (!changed) return
    this.#byCluster.set(cluster, changed.after)
    this.#announcer.emit('changed', cluster, changed)
  }

  /** Calls back once something was set for a cluster. */
  onChange(listener: (cluster: string, change: Changed) => void) {
    this.#announcer.on('changed', listener)
  }
}

const settingOf = (
  row: Pick<Selectable<Database['cluster_setting']>, 'protection' | 'read_only'>,
): ClusterSetting => ({ protection: row.protection, readOnly: row.read_only === 1 })
