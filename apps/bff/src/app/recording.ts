import type { Config } from '../config/config.ts'
import { auditAnchors } from '../features/audit/anchors.ts'
import { AuditTrail } from '../features/audit/trail.ts'
import { unfinishedAfter } from '../features/audit/unfinished.ts'
import { ClusterSettings } from '../features/clusters/cluster-settings.ts'
import { ProductSettings } from '../features/settings/product-settings.ts'
import { settingsRoutes } from '../features/settings/routes.ts'
import { cm } from '../plugins/cm.ts'
import { health } from '../plugins/health.ts'
import { readOnlyOf } from './read-only.ts'
import type { App } from '../http/route.ts'

interface Options {
  config: Config
  /** The part of the master key that chains the records. */
  key: Buffer
  clock: () => number
}

/** What must stand before anything is sent: the record, and the switches that forbid to send. */
export async function keepRecord(app: App, { config, key, clock }: Options) {
  const { db } = app
  const longestCallMs = Math.max(...config.clusters.map(({ timeouts }) => timeouts.writeMs))
  const trail = new AuditTrail({
    db,
    key,
    clock,
    ...(config.clusters.length > 0 && { unfinishedAfterMs: unfinishedAfter(longestCallMs) }),
  })
  const settings = await ClusterSettings.load({ db, trail })
  const product = await ProductSettings.load({
    db,
    trail,
    isReadOnlyConfigured: config.readOnly,
  })
  const readOnlyBy = readOnlyOf({ config, settings, product })

  await app.register(cm, {
    clusters: config.clusters,
    isReadOnly: (cluster) => readOnlyBy(cluster) !== null,
  })
  await app.register(health, { canRecord: () => trail.probe() })
  await app.register(auditAnchors, { trail, logLevel: config.logLevel })
  await app.register(settingsRoutes, { product })
  return { trail, settings, product, readOnlyBy }
}
