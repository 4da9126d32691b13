import { listHosts, type Component } from '@wheelhouse/contract'
import { routeOf, type App } from '../../route.ts'
import { hostsOf } from './hosts.ts'

interface Options {
  components: () => Iterable<Component>
  heapOf: (component: string) => number | undefined
  clock: () => number
}

export async function hostRoutes(app: App, { components, heapOf, clock }: Options) {
  app.route({
    ...routeOf(listHosts),
    handler: async ({ query }) => {
      const hosts = hostsOf(components(), { nowMs: clock(), heapOf })
      const items = hosts.filter(
        ({ cluster }) => query.cluster === undefined || cluster === query.cluster,
      )
      return { items, total: items.length }
    },
  })
}
