import { changeCluster, type Cluster } from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { routeOf, type App } from '../../route.ts'
import type { ClusterSettings } from './cluster-settings.ts'

interface Options {
  settings: ClusterSettings
  /** Throws `NOT_FOUND`. */
  clusterOf: (id: string) => Cluster
}

export async function clusterSettingsRoutes(app: App, { settings, clusterOf }: Options) {
  app.route({
    ...routeOf(changeCluster),
    handler: async (request) => {
      const { params, body } = request
      const { actor } = principalOf(request)
      if (body.protection) await settings.protect(clusterOf(params.id).id, body.protection, actor)
      return clusterOf(params.id)
    },
  })
}
