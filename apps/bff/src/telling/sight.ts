import type { Cluster, Component } from '@wheelhouse/contract'
import type { ComponentViews } from './component-views.ts'
import type { ClusterDirectory } from '../features/clusters/directory.ts'
import type { Inventory } from '../features/components/inventory.ts'
import type { ReadScope } from '../rights/read-scope.ts'

interface Sources {
  inventory: Inventory
  views: ComponentViews
  clusters: ClusterDirectory
}

/** The estate as somebody sees it. */
export interface Sight {
  components: () => Component[]
  /** The ids of the same, the worst first. */
  ids: () => string[]
  /** Throws `NOT_FOUND`. */
  component: (id: string) => Component
  /** The row as JSON; throws `NOT_FOUND`. */
  json: (id: string) => string
  clusters: () => Cluster[]
  /** Throws `NOT_FOUND`. */
  cluster: (id: string) => Cluster
}

/** In place of a name that is told to those alone who may see it. */
const hiddenName = '•••'

/**
 * What a component was called, what was done to it under those names and what came of it is its own
 * record: it is seen by whoever sees the component under the name that it has now. Another component of
 * the same identity is not: that it runs is told, since both would write everything twice, and not its
 * name. Whoever asks for one row must have been asked before whether they see it.
 */
export function sightOf(scope: ReadScope, { inventory, views, clusters }: Sources): Sight {
  if (scope.isWhole)
    return {
      components: () => views.all(),
      ids: () => views.ordered([...inventory.all()].map(({ id }) => id)),
      component: (id) => views.of(id),
      json: (id) => views.json(id),
      clusters: () => clusters.all(),
      cluster: (id) => clusters.get(id),
    }

  const hidesTwin = ({ twin }: Pick<Component, 'twin'>): boolean =>
    twin !== null &&
    twin.component !== null &&
    !(inventory.has(twin.component) && scope.sees(inventory.get(twin.component)))
  const component = (id: string): Component => {
    const row = views.of(id)
    if (!row.twin || !hidesTwin(row)) return row
    return { ...row, twin: { name: hiddenName, component: null, seenAt: row.twin.seenAt } }
  }
  const seen = () => [...inventory.all()].flatMap((it) => (scope.sees(it) ? [it.id] : []))
  const cluster = (id: string): Cluster => {
    const whole = clusters.get(id)
    const own = [...inventory.all()].filter((it) => it.cluster === id && scope.sees(it))
    const hanging = own.filter((it) => views.of(it.id).failure?.code === 'TIMED_OUT').length
    // Counts tell of what is seen, and of nothing else.
    return {
      ...whole,
      components: own.length,
      quarantined: Math.min(whole.quarantined, hanging),
    }
  }
  return {
    components: () => seen().map(component),
    ids: () => views.ordered(seen()),
    component,
    json: (id) => {
      const row = component(id)
      return row.twin?.name === hiddenName ? JSON.stringify(row) : views.json(id)
    },
    clusters: () => clusters.all().flatMap(({ id }) => (scope.seesInto(id) ? [cluster(id)] : [])),
    cluster,
  }
}
