import { changeCluster, type Cluster } from '@wheelhouse/contract'
import { routeOf, type App } from '../../route.ts'
import type { ClusterSettings } from './cluster-settings.ts'

interface Options {
  settings: ClusterSettings
  /** Throws `NOT_FOUND`. */
  clusterOf: (id: string) => Cluster
  actor: string
}

export async function clusterSettingsRoutes(app: App, { settings, clusterOf, actor }: Options) {
  app.route({
    ...routeOf(changeCluster),
    handler: async ({ params, body }) => {
      await settings.protect(clusterOf(params.id).id, body.protection, actor)
      return clusterOf(params.id)
    },
  })
}
