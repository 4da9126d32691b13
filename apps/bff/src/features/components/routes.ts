import {
  byWorst,
  getComponent,
  getRaw,
  listComponents,
  listNames,
  matches,
  trackComponents,
  untrackComponent,
} from '@wheelhouse/contract'
import { toCurl, writerCalls } from '@wheelhouse/cm-client'
import { isObservable, type Component } from '@wheelhouse/contract'
import { Problem } from '../../problem.ts'
import { routeOf, type App } from '../../route.ts'
import { isoOrNull } from '../../time.ts'
import type { ObservationStore } from '../observations/store.ts'
import type { Inventory } from './inventory.ts'
import { namesOf } from './names.ts'

interface Options {
  inventory: Inventory
  observations: ObservationStore
  viewOf: (id: string) => Component
  /** Whether an operation on the component is open. */
  isBusy: (id: string) => boolean
  hasCluster: (id: string) => boolean
  actor: string
  clock: () => number
}

export async function componentRoutes(app: App, options: Options) {
  const { inventory, observations, viewOf, isBusy, hasCluster, actor, clock } = options

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
    ...routeOf(listNames),
    handler: async ({ params }) => {
      const items = namesOf(params.id, options)
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(getRaw),
    handler: async ({ params }) => {
      const { kind, name } = inventory.get(params.id)
      const { reading } = observations.get(params.id)
      return {
        curl: isObservable(kind) ? toCurl(writerCalls.detail(name)) : null,
        observedAt: isoOrNull(reading?.observedAtMs),
        body: reading?.raw ?? null,
      }
    },
  })

  app.route({
    ...routeOf(trackComponents),
    bodyLimit: 8 * 1024 * 1024, // ten thousand pasted names of the longest kind
    handler: async ({ body }) => {
      if (!hasCluster(body.cluster))
        throw new Problem('INVALID_INPUT', `no cluster has the id ${body.cluster}`, {
          field: 'body.cluster',
        })
      const items = await inventory.track({ ...body, origin: 'pasted', by: actor }, clock())
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
      await inventory.untrack(params.id, actor)
      return reply.code(204).send(null)
    },
  })
}
