import { History } from '../features/history/history.ts'
import { historyRoutes } from '../features/history/routes.ts'
import type { ComponentViews } from '../telling/component-views.ts'
import type { Config } from '../config/config.ts'
import type { Inventory } from '../features/components/inventory.ts'
import { briefOperations } from '../features/operations/record/brief-operations.ts'
import type { App } from '../http/route.ts'

interface Options {
  config: Pick<Config, 'history'>
  inventory: Inventory
  views: ComponentViews
  clock: () => number
  steady: () => number
}

/** What each row said over time: noted as it changes, and answered. */
export async function keepHistory(
  app: App,
  { config, inventory, views, clock, steady }: Options,
): Promise<History> {
  const history = await History.load({
    db: app.db,
    isTracked: (id) => inventory.has(id),
    days: config.history.days,
    clock,
    steady,
    onTrouble: (error) =>
      app.log.error({ err: error }, 'history is not being kept; nothing else is affected'),
  })
  views.onChange((component) => history.note(component))
  inventory.onUntracked(({ id }) => history.forget(id))
  await app.register(historyRoutes, {
    history,
    inventory,
    operationsOf: (query) => briefOperations(app.db, query),
    clock,
  })
  return history
}
