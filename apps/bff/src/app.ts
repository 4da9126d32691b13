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
import { ClusterDirectory } from './features/clusters/directory.ts'
import { clusterRoutes } from './features/clusters/routes.ts'
import { Inventory } from './features/components/inventory.ts'
import { componentRoutes } from './features/components/routes.ts'
import { Twins } from './features/components/twins.ts'
import { announceChanges } from './announcements.ts'
import { componentViews } from './component-views.ts'
import { EventHub } from './features/events/hub.ts'
import { eventRoutes } from './features/events/routes.ts'
import { Poller } from './features/observations/poller.ts'
import { ObservationStore } from './features/observations/store.ts'
import { ActivityIndex } from './features/operations/activity.ts'
import { EffectWatch } from './features/operations/running/effect-watch.ts'
import { operationsOf } from './features/operations/operations.ts'
import { OperationRepository } from './features/operations/record/repository.ts'
import { operationRoutes } from './features/operations/routes.ts'
import { shown } from './features/operations/record/stored-operation.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { newId } from './id.ts'
import { loadKey } from './key.ts'
import { rememberActive } from './remember-active.ts'
import { watchNames } from './watched-names.ts'
import { cm } from './plugins/cm.ts'
import { db } from './plugins/db.ts'
import { errors, sendProblem } from './plugins/errors.ts'
import { health } from './plugins/health.ts'
import { openapi } from './plugins/openapi.ts'
import { rawProxy } from './plugins/raw-proxy/raw-proxy.ts'
import { security } from './plugins/security.ts'
import { web } from './plugins/web.ts'

/** Until there are users, whoever reaches us is this. */
const actor = 'local'
/** A call that is still out this long after SIGTERM is recorded as uncertain. */
const lastCallMs = 20_000

interface Options {
  /** Epoch milliseconds. */
  clock?: () => number
  /** Milliseconds from any moment on; unlike the clock, nobody sets it. */
  steady?: () => number
  /** Another folder than that of the built web app. */
  webRoot?: string
}

/** The whole application, listening not yet: where the features meet, and in which order they begin and end. */
export async function buildApp(
  config: Config,
  { clock = Date.now, steady = () => performance.now(), webRoot }: Options = {},
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
  const clusters = new ClusterDirectory(config.clusters, { inventory, clock, steady })
  const observations = new ObservationStore()
  const twins = new Twins({ inventory, observations })
  const operations = new OperationRepository(app.db, { trail, inventory })
  const activity = new ActivityIndex(operations)
  const hub = new EventHub()

  const pollers = new Map(
    config.clusters.map((cluster) => [
      cluster.id,
      new Poller({
        cluster,
        cm: cmOf(cluster.id),
        store: observations,
        reachability: clusters.reachabilityOf(cluster.id),
        clock,
        steady,
        onBug,
      }),
    ]),
  )
  const pollerOf = (component: string) => pollers.get(inventory.get(component).cluster)

  const viewOf = componentViews({ inventory, observations, activity, twins, clusters, clock })
  const announce = announceChanges({ inventory, observations, twins, clusters, hub, viewOf, clock })
  const names = watchNames({ inventory, observations, pollers, clock })

  const watch = new EffectWatch({
    store: observations,
    urge: (id) => {
      if (inventory.has(id)) pollerOf(id)?.urge(id)
    },
    clock,
  })
  rememberActive({ inventory, observations, activity, onBug })
  const { engine, decisions, runner, configOf } = operationsOf({
    repository: operations,
    watch,
    inventory,
    observations,
    twins,
    componentOf: viewOf,
    clusterOf: (id) => clusters.get(id),
    cmOf,
    keys: { secrets: key.derive('secrets'), requests: key.derive('requests') },
    newId,
    clock,
    changed: async (operation) => {
      await activity.refresh(operation.component.id)
      announce.operation(shown(operation))
    },
    onBug,
  })

  await app.register(sessionRoutes, {
    session: { actor, mode: config.mode, version: manifest.version },
  })
  await app.register(clusterRoutes, { clusters: () => clusters.all() })
  await app.register(componentRoutes, {
    inventory,
    observations,
    viewOf,
    isBusy: (id) => activity.get(id).operation !== null,
    hasCluster: (id) => clusters.has(id),
    actor,
    clock,
  })
  await app.register(operationRoutes, {
    engine,
    decisions,
    repository: operations,
    configOf,
    actor,
  })
  await app.register(auditRoutes, { trail, actor, clock })
  await app.register(auditAnchors, { trail })
  await app.register(eventRoutes, {
    hub,
    clock,
    snapshot: announce.snapshot,
  })
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
    await activity.load()
    await engine.recover()
    for (const poller of pollers.values()) poller.start()
  })
  app.addHook('preClose', async () => {
    await runner.close(lastCallMs)
    names.stop()
    watch.close()
    for (const poller of pollers.values()) poller.stop()
  })

  return app
}
