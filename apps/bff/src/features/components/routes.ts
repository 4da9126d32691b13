import {
  byWorst,
  getComponent,
  listComponents,
  matches,
  trackComponents,
  untrackComponent,
} from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { Problem } from '../../problem.ts'
import { routeOf, type App } from '../../route.ts'
import type { Inventory } from './inventory.ts'

interface Options {
  inventory: Inventory
  viewOf: (id: string) => Component
  /** Whether an operation on the component is open. */
  isBusy: (id: string) => boolean
  hasCluster: (id: string) => boolean
  clock: () => number
}

export async function componentRoutes(
  app: App,
  { inventory, viewOf, isBusy, hasCluster, clock }: Options,
) {
  app.route({
    ...routeOf(listComponents),
    handler: async ({ query }) => {
      const views = [...inventory.all()].map(({ id }) => viewOf(id))
      const items = views.filter((view) => matches(view, query)).toSorted(byWorst)
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(getComponent),
    handler: async ({ params }) => viewOf(params.id),
  })

  app.route({
    ...routeOf(trackComponents),
    handler: async ({ body }) => {
      if (!hasCluster(body.cluster))
        throw new Problem('INVALID_INPUT', `no cluster has the id ${body.cluster}`, {
          field: 'body.cluster',
        })
      const items = await inventory.track({ ...body, origin: 'pasted' }, clock())
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(untrackComponent),
    handler: async ({ params }, reply) => {
      inventory.get(params.id)
      if (isBusy(params.id))
        throw new Problem('NOT_POSSIBLE_NOW', 'an operation on it is open', {
          reason: 'operation-open',
        })
      await inventory.untrack(params.id)
      return reply.code(204).send(null)
    },
  })
}
