import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from '@fastify/type-provider-zod'
import Fastify, { LogController } from 'fastify'
import manifest from '../package.json' with { type: 'json' }
import { databaseFile, keyPlace, type Config } from './config.ts'
import { auditAnchors } from './features/audit/anchors.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { AuditTrail } from './features/audit/trail.ts'
import { ClusterSettings } from './features/clusters/cluster-settings.ts'
import { clusterRoutes } from './features/clusters/routes.ts'
import { clusterSettingsRoutes } from './features/clusters/settings-routes.ts'
import { Inventory, type Tracked } from './features/components/inventory.ts'
import { inventoryRoutes } from './features/components/inventory-routes.ts'
import { componentRoutes } from './features/components/routes.ts'
import { eventRoutes } from './features/events/routes.ts'
import { History, type PastPoint } from './features/history/history.ts'
import { historyRoutes } from './features/history/routes.ts'
import { Heaps } from './features/hosts/heaps.ts'
import { hostRoutes } from './features/hosts/routes.ts'
import { local } from './features/access/principal.ts'
import { ActivityIndex } from './features/operations/activity.ts'
import { EffectWatch } from './features/operations/running/effect-watch.ts'
import { operationsOf } from './features/operations/operations.ts'
import { briefOperations } from './features/operations/record/brief-operations.ts'
import { OperationRepository } from './features/operations/record/repository.ts'
import { operationRoutes } from './features/operations/routes.ts'
import { shown } from './features/operations/record/stored-operation.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { newId } from './id.ts'
import { loadKey } from './key.ts'
import { observe } from './observing.ts'
import { rememberActive } from './remember-active.ts'
import { tell } from './telling.ts'
import { access } from './plugins/access.ts'
import { cm } from './plugins/cm.ts'
import { db } from './plugins/db.ts'
import { errors, sendProblem } from './plugins/errors.ts'
import { health } from './plugins/health.ts'
import { openapi } from './plugins/openapi.ts'
import { rawProxy } from './plugins/raw-proxy/raw-proxy.ts'
import { security } from './plugins/security.ts'
import { web } from './plugins/web.ts'

/** A call that is still out this long after SIGTERM is recorded as uncertain. */
const lastCallMs = 20_000

interface Options {
  /** Epoch milliseconds. */
  clock?: () => number
  /** Milliseconds from any moment on; unlike the clock, nobody sets it. */
  steady?: () => number
  /** Another folder than that of the built web app. */
  webRoot?: string
  /** What was observed of a component before there was a history of it, the oldest first. */
  past?: (component: Pick<Tracked, 'cluster' | 'kind' | 'name'>) => readonly PastPoint[]
}

/** The whole application, listening not yet: where the features meet, and in which order they begin and end. */
export async function buildApp(
  config: Config,
  { clock = Date.now, steady = () => performance.now(), webRoot, past }: Options = {},
) {
  const app = Fastify({
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    bodyLimit: 64 * 1024, // two routes say that they take more
    routerOptions: { maxParamLength: 64 },
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    // Closing waits for the calls that are out, longer than a plugin may take by default.
    pluginTimeout: 3 * lastCallMs,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(errors)
  await app.register(security, { publicOrigin: config.publicOrigin, host: config.listen.host })
  await app.register(access, {})
  await app.register(openapi, { version: manifest.version })
  await app.register(db, { file: databaseFile(config), mode: config.mode })
  const key = await loadKey(app.db, keyPlace(config))
  await app.register(cm, { clusters: config.clusters })
  await app.register(health)

  const cmOf = (cluster: string) => {
    const client = app.cm.get(cluster)
    if (!client) throw new Error(`no client for the cluster ${cluster}`)
    return client
  }
  const onBug = (error: unknown) => app.log.error({ err: error }, 'unforeseen failure')

  const trail = new AuditTrail({ db: app.db, key: key.derive('audit'), clock })
  const inventory = await Inventory.load({ db: app.db, trail, newId })
  const settings = await ClusterSettings.load({ db: app.db, trail })
  const observing = observe({ config, inventory, settings, cmOf, clock, steady, onBug })
  const { clusters, observations, twins, pollers, pollerOf } = observing
  const operations = new OperationRepository(app.db, { trail, inventory })
  const activity = new ActivityIndex(operations)

  // Before the views: what it writes down is part of them.
  rememberActive({ inventory, observations, activity, onBug })
  const telling = { observing, inventory, settings, activity, clock, steady, onBug }
  const { views, estate, broadcast, watches, announce } = tell(telling)
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
  const names = observing.readNames()

  const watch = new EffectWatch({
    store: observations,
    urge: (id) => {
      if (inventory.has(id)) pollerOf(id)?.urge(id)
    },
    clock,
  })
  const { engine, decisions, runner, configOf } = operationsOf({
    repository: operations,
    watch,
    inventory,
    observations,
    twins,
    componentOf: (id) => views.of(id),
    clusterOf: (id) => clusters.get(id),
    cmOf,
    keys: { secrets: key.derive('secrets'), requests: key.derive('requests') },
    newId,
    clock,
    changed: async (operation) => {
      await activity.refresh(operation.component.id)
      await heaps.changed(operation)
      announce.operation(shown(operation))
    },
    onBug,
  })

  const heaps = new Heaps({ db: app.db, configOf, isTracked: (id) => inventory.has(id) })

  await app.register(sessionRoutes, {
    session: {
      state: 'open',
      actor: local.actor,
      grants: [...local.grants],
      endsAt: null,
      mode: config.mode,
      version: manifest.version,
      isInsecure: false,
      isReadOnly: false,
    },
  })
  await app.register(clusterRoutes, { clusters: () => clusters.all() })
  await app.register(componentRoutes, {
    inventory,
    observations,
    views,
    wholeList: () => estate.list(),
    revision: () => broadcast.revision,
    isBusy: (id) => activity.get(id).operation !== null,
    hasCluster: (id) => clusters.has(id),
    clock,
  })
  await app.register(clusterSettingsRoutes, {
    settings,
    clusterOf: (id) => clusters.get(id),
  })
  await app.register(inventoryRoutes, {
    inventory,
    trail,
    viewOf: (id) => views.of(id),
    hasCluster: (id) => clusters.has(id),
    clock,
  })
  await app.register(hostRoutes, {
    components: () => views.all(),
    heapOf: (id) => heaps.of(id),
    clock,
  })
  await app.register(historyRoutes, {
    history,
    inventory,
    operationsOf: (query) => briefOperations(app.db, query),
    clock,
  })
  await app.register(operationRoutes, {
    engine,
    decisions,
    repository: operations,
    configOf,
  })
  await app.register(auditRoutes, { trail, clock })
  await app.register(auditAnchors, { trail })
  await app.register(eventRoutes, { broadcast, watches })
  await app.register(rawProxy, {
    clusters: config.clusters,
    isTracked: (cluster, name) => inventory.hasName({ cluster, kind: 'writer', name }),
    steady,
    spent: (cluster) => pollers.get(cluster)?.spend(),
  })
  await app.register(web, { root: webRoot })

  app.addHook('onReady', async () => {
    await trail.record({
      kind: 'process.started',
      actor: 'wheelhouse',
      body: { version: manifest.version, mode: config.mode },
    })
    for (const { cluster, kind, names } of config.inventory)
      await inventory.track(
        { cluster, kind, names, origin: 'configured', by: 'wheelhouse' },
        clock(),
      )
    if (past)
      for (const tracked of inventory.all())
        if (!history.recentOf(tracked.id)) await history.seed(tracked.id, past(tracked))
    await activity.load()
    await heaps.load()
    for (const { id } of inventory.all()) views.touch(id)
    await engine.recover()
    for (const poller of pollers.values()) poller.start()
  })
  app.addHook('preClose', async () => {
    await runner.close(lastCallMs)
    names.stop()
    watch.close()
    clusters.stop()
    for (const poller of pollers.values()) poller.stop()
    await history.close()
  })

  return app
}
