import { listClusters, type Cluster } from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { readScopeOf, type ReadScope } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'

interface Options {
  /** As somebody sees them. */
  clusters: (scope: ReadScope) => Cluster[]
}

export async function clusterRoutes(app: App, { clusters }: Options) {
  app.route({
    ...routeOf(listClusters),
    handler: async (request) => {
      const items = clusters(readScopeOf(principalOf(request)))
      return { items, total: items.length }
    },
  })
}
