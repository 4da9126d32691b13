import { changeCluster } from '@wheelhouse/contract'
import type { ProtectionLevel } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { estate } from './estate.ts'

/** How much lag the components of a cluster may have; what comes back is shown at once. */
export const protectClusterMutation = (id: string) =>
  mutationOptions({
    mutationKey: ['protect-cluster', id],
    mutationFn: (protection: ProtectionLevel) =>
      call(changeCluster, { params: { id }, body: { protection } }),
    onSuccess: (changed) => {
      const clusters = estate.clusters.get()
      estate.clusters.set(clusters?.map((it) => (it.id === changed.id ? changed : it)))
    },
  })
