import { changeCluster, type Cluster } from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { invalidInput } from '../../http/problem.ts'
import { routeOf, type App } from '../../http/route.ts'
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
      const { id, readOnlyBy } = clusterOf(request.params.id)
      const { protection, readOnly } = request.body
      if (readOnly === false && readOnlyBy === 'configuration')
        throw invalidInput(
          'body.readOnly',
          'configured',
          'the configuration says readOnly: take it out there and start Wheelhouse again',
        )
      const change = {
        ...(protection !== undefined && { protection }),
        ...(readOnly !== undefined && { readOnly }),
      }
      await settings.change(id, change, principalOf(request).actor)
      return clusterOf(id)
    },
  })
}
