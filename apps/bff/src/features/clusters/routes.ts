import { listClusters, type Cluster } from '@wheelhouse/contract'
import { routeOf, type App } from '../../route.ts'

export async function clusterRoutes(app: App, { clusters }: { clusters: () => Cluster[] }) {
  app.route({
    ...routeOf(listClusters),
    handler: async () => {
      const items = clusters()
      return { items, total: items.length }
    },
  })
}
