import { changeCluster } from '@wheelhouse/contract'
import type { Cluster, ProtectionLevel } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { estate } from './estate.ts'

/** How much lag the components of a cluster may have; what comes back is shown at once. */
export const protectClusterMutation = (id: string) =>
  mutationOptions({
    mutationKey: ['protect-cluster', id],
    mutationFn: (protection: ProtectionLevel) =>
      call(changeCluster, { params: { id }, body: { protection } }),
    onSuccess: takeIn,
  })

/** Keeps a CM from being changed, or lets it be again. */
export const readOnlyClusterMutation = (id: string) =>
  mutationOptions({
    mutationKey: ['read-only-cluster', id],
    mutationFn: (readOnly: boolean) => call(changeCluster, { params: { id }, body: { readOnly } }),
    onSuccess: takeIn,
  })

function takeIn(changed: Cluster) {
  const clusters = estate.clusters.get()
  estate.clusters.set(clusters?.map((it) => (it.id === changed.id ? changed : it)))
}
