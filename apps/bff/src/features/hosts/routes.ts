import { listHosts, type Component } from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { readScopeOf, type ReadScope } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
import { hostsOf } from './hosts.ts'

interface Options {
  /** As somebody sees them: a host is what they see on it. */
  components: (scope: ReadScope) => Iterable<Component>
  heapOf: (component: string) => number | undefined
  clock: () => number
}

export async function hostRoutes(app: App, { components, heapOf, clock }: Options) {
  app.route({
    ...routeOf(listHosts),
    handler: async (request) => {
      const { query } = request
      const scope = readScopeOf(principalOf(request))
      const hosts = hostsOf(components(scope), { nowMs: clock(), heapOf })
      const items = hosts.filter(
        ({ cluster }) => query.cluster === undefined || cluster === query.cluster,
      )
      return { items, total: items.length }
    },
  })
}
