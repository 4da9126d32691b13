import type { Cluster } from '@wheelhouse/contract'
import type { Config } from '../config/config.ts'
import type { ClusterSettings } from '../features/clusters/cluster-settings.ts'
import type { ProductSettings } from '../features/settings/product-settings.ts'

interface Sources {
  config: Pick<Config, 'clusters'>
  settings: ClusterSettings
  product: ProductSettings
}

/**
 * Who says that nothing may be written to a cluster's CM, now: first what can't be switched off here, then
 * its own switch, then the one for all.
 */
export function readOnlyOf({ config, settings, product }: Sources) {
  const configured = new Set(config.clusters.flatMap(({ id, readOnly }) => (readOnly ? [id] : [])))
  return (cluster: string): Cluster['readOnlyBy'] => {
    const { readOnly, isReadOnlyConfigured } = product.all
    if (isReadOnlyConfigured || configured.has(cluster)) return 'configuration'
    if (settings.of(cluster).readOnly) return 'setting'
    return readOnly ? 'product' : null
  }
}
