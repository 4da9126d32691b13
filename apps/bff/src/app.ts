import {
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from '@fastify/type-provider-zod'
import Fastify, { LogController } from 'fastify'
import manifest from '../package.json' with { type: 'json' }
import { databaseFile, keyPlace, type Config } from './config/config.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { Inventory, type Tracked } from './features/components/inventory.ts'
import type { PastPoint } from './features/history/history.ts'
import { Heaps } from './features/hosts/heaps.ts'
import { ActivityIndex } from './features/operations/activity.ts'
import { EffectWatch } from './features/operations/running/effect-watch.ts'
import { operationsOf } from './features/operations/operations.ts'
import { OperationRepository } from './features/operations/record/repository.ts'
import { operationRoutes } from './features/operations/routes.ts'
import { shown } from './features/operations/record/stored-operation.ts'
import { newId } from './id.ts'
import { doorTo } from './app/door.ts'
import { estateRoutes } from './app/estate-routes.ts'
import { identify } from './app/identifying.ts'
import { keepHistory } from './app/keeping-history.ts'
import { loadKey } from './key.ts'
import { loggerOf, requestLog } from './log.ts'
import { observe } from './app/observing.ts'
import { keepRecord } from './app/recording.ts'
import { rememberActive } from './app/remember-active.ts'
import { serving } from './http/serving.ts'
import { tell } from './app/telling.ts'
import { access } from './plugins/access.ts'
import { asked } from './plugins/asked.ts'
import { cspReport } from './plugins/csp-report.ts'
import { db } from './plugins/db.ts'
import { errors, sendProblem } from './plugins/errors.ts'
import { headers } from './plugins/headers.ts'
import { limits } from './plugins/limits.ts'
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
  /** Tells whoever started the product, beside the log. */
  say?: (sentence: string) => void
  /** What was observed of a component before there was a history of it, the oldest first. */
  past?: (component: Pick<Tracked, 'cluster' | 'kind' | 'name'>) => readonly PastPoint[]
}

const tellStarter = (sentence: string) => void process.stdout.write(`wheelhouse: ${sentence}\n`)

/** The whole application, listening not yet: where the features meet, and in which order they begin and end. */
export async function buildApp(
  config: Config,
  {
    clock = Date.now,
    steady = () => performance.now(),
    webRoot,
    past,
    say = tellStarter,
  }: Options = {},
) {
  const app = Fastify({
    logger: loggerOf(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newId,
    ...serving(config),
    // Closing waits for the calls that are out, longer than a plugin may take by default.
    pluginTimeout: 3 * lastCallMs,
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  await app.register(errors)
  await app.register(asked)
  await app.register(requestLog)
  const reachedAt = { publicOrigin: config.publicOrigin, host: config.listen.host }
  await app.register(headers, reachedAt)
  await app.register(security, { ...reachedAt, hasSessions: config.auth !== 'none' })
  await app.register(access, {
    ...doorTo(() => ({ identity, inventory, clusters, operations, permitting, trail })),
    steady,
  })
  await app.register(limits, config)
  await app.register(cspReport, config)
  await app.register(openapi, { version: manifest.version })
  await app.register(db, { file: databaseFile(config), mode: config.mode })
  const key = await loadKey(app.db, keyPlace(config))
  const record = await keepRecord(app, { config, key: key.derive('audit'), clock })
  const { trail, settings, product, readOnlyBy } = record

  const cmOf = (cluster: string) => {
    const client = app.cm.get(cluster)
    if (!client) throw new Error(`no client for the cluster ${cluster}`)
    return client
  }
  const onBug = (error: unknown) => app.log.error({ err: error }, 'unforeseen failure')
  const identity = await identify(app, {
    config,
    trail,
    key: key.derive('sign-in'),
    version: manifest.version,
    isReadOnly: () => product.all.readOnly,
    clock,
    steady,
    say,
    onBug,
  })

  const inventory = await Inventory.load({ db: app.db, trail, newId })
  const observing = observe({ config, inventory, settings, readOnlyBy, cmOf, clock, steady, onBug })
  const { clusters, observations, twins, pollers, pollerOf } = observing
  const operations = new OperationRepository(app.db, { trail, inventory })
  const activity = new ActivityIndex(operations)

  // Before the views: what it writes down is part of them.
  rememberActive({ inventory, observations, activity, onBug })
  const telling = { observing, inventory, settings, product, activity, clock, steady, onBug }
  const { views, audiences, watches, announce } = tell(telling)
  const history = await keepHistory(app, { config, inventory, views, clock, steady })
  const names = observing.readNames()

  const watch = new EffectWatch({
    store: observations,
    urge: (id) => {
      if (inventory.has(id)) pollerOf(id)?.urge(id)
    },
    clock,
  })
  const { engine, decisions, runner, configOf, permitting } = operationsOf({
    repository: operations,
    watch,
    inventory,
    observations,
    twins,
    componentOf: (id) => views.of(id),
    clusterOf: (id) => clusters.get(id),
    boundsOf: (id) => clusters.boundsOf(id),
    cmOf,
    keys: { secrets: key.derive('secrets'), requests: key.derive('requests') },
    lookUp: identity.lookUp,
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

  await app.register(estateRoutes, {
    audiences,
    watches,
    inventory,
    observations,
    activity,
    clusters,
    settings,
    heaps,
    trail,
    onEnd: identity.onEnd,
    clock,
  })
  await app.register(operationRoutes, {
    engine,
    decisions,
    repository: operations,
    targetOf: (operation) => permitting.targetOf(operation),
    configOf,
  })
  await app.register(auditRoutes, { trail, clock })
  await app.register(rawProxy, {
    clusters: config.clusters,
    isTracked: (cluster, name, scope) => {
      const named = { cluster, kind: 'writer', name } as const
      return inventory.hasName(named) && scope.sees(named)
    },
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
        { nowMs: clock(), allows: () => true },
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
