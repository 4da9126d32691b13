import {
  changeComponent,
  exportInventory,
  importInventory,
  type Component,
  type InventoryRow,
} from '@wheelhouse/contract'
import { may, mayWithin } from '../../rights/may.ts'
import { principalOf } from '../../plugins/access.ts'
import { readScopeOf, type ReadScope } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
import type { AuditTrail } from '../audit/trail.ts'
import type { Inventory } from './inventory.ts'
import type { Tracked } from './tracked.ts'

interface Options {
  inventory: Inventory
  trail: AuditTrail
  /** As somebody sees it; throws `NOT_FOUND`. */
  viewOf: (scope: ReadScope, id: string) => Component
  hasCluster: (id: string) => boolean
  clock: () => number
}

/** What is said of components here, and the inventory as a file; nothing of it is sent to CM. */
export async function inventoryRoutes(app: App, options: Options) {
  const { inventory, trail, viewOf, hasCluster, clock } = options

  app.route({
    ...routeOf(changeComponent),
    handler: async (request) => {
      const { params, body } = request
      const principal = principalOf(request)
      await inventory.annotate(params.id, body, { by: principal.actor, nowMs: clock() })
      return viewOf(readScopeOf(principal), params.id)
    },
  })

  app.route({
    ...routeOf(importInventory),
    bodyLimit: 32 * 1024 * 1024, // ten thousand rows of the longest names, with notes
    handler: async (request) => {
      const principal = principalOf(request)
      const { rows } = request.body
      const items = await inventory.import(rows, {
        // One that they see nothing of is none.
        hasCluster: (id) => hasCluster(id) && mayWithin(principal, 'read', id),
        by: principal.actor,
        nowMs: clock(),
        allows: (permission, named) => may(principal, permission, named),
      })
      return { items, total: items.length }
    },
  })

  app.route({
    ...routeOf(exportInventory),
    handler: async (request) => {
      const principal = principalOf(request)
      const scope = readScopeOf(principal)
      const seen = [...inventory.all()].filter((tracked) => scope.sees(tracked))
      const items = seen.toSorted(byName).map(inventoryRow)
      // On record before anything of it leaves.
      const body = { rows: items.length }
      await trail.record({ kind: 'inventory.exported', actor: principal.actor, body })
      return { items, total: items.length }
    },
  })
}

const inventoryRow = ({ cluster, kind, name, note, protection }: Tracked): InventoryRow => ({
  cluster,
  kind,
  name,
  ...(note && { note: note.text }),
  ...(protection && { protection }),
})

const byName = (one: Tracked, other: Tracked): number =>
  compare(one.cluster, other.cluster) ||
  compare(one.kind, other.kind) ||
  compare(one.name, other.name)

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
