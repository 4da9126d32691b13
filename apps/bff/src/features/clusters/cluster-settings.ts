import { EventEmitter } from 'node:events'
import { defaultProtection, type ProtectionLevel } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { AuditTrail } from '../audit/trail.ts'

interface Options {
  db: Kysely<Database>
  trail: AuditTrail
}

/** What was set for each cluster here; nothing of it is sent to CM. */
export class ClusterSettings {
  readonly #options: Options
  readonly #levels: Map<string, ProtectionLevel>
  readonly #announcer = new EventEmitter<{ changed: [cluster: string] }>()

  private constructor(options: Options, levels: Map<string, ProtectionLevel>) {
    this.#options = options
    this.#levels = levels
  }

  static async load(options: Options): Promise<ClusterSettings> {
    const rows = await options.db.selectFrom('cluster_setting').selectAll().execute()
    const levels = rows.map(({ cluster, protection }) => [cluster, protection] as const)
    return new ClusterSettings(options, new Map(levels))
  }

  /** How much lag its components may have, unless they have a level of their own. */
  protectionOf(cluster: string): ProtectionLevel {
    return this.#levels.get(cluster) ?? defaultProtection
  }

  /** Puts the level on record and says so; the same level once more is neither. */
  async protect(cluster: string, protection: ProtectionLevel, by: string) {
    const before = this.protectionOf(cluster)
    if (before === protection) return
    const { db, trail } = this.#options
    await db.transaction().execute(async (transaction) => {
      await transaction.deleteFrom('cluster_setting').where('cluster', '=', cluster).execute()
      await transaction.insertInto('cluster_setting').values({ cluster, protection }).execute()
      await trail.append(transaction, {
        kind: 'cluster.protected',
        actor: by,
        body: { cluster, protection, before },
      })
    })
    this.#levels.set(cluster, protection)
    this.#announcer.emit('changed', cluster)
  }

  /** Calls back once a cluster's level has changed, and with it what its components may lag. */
  onChange(listener: (cluster: string) => void) {
    this.#announcer.on('changed', listener)
  }
}
