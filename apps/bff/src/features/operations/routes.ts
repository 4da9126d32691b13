import {
  abandonOperation,
  apiPrefix,
  createOperation,
  getConfig,
  getOperation,
  listOperations,
  retryOperation,
  settleOperation,
  type ComponentConfig,
  type Operation,
  type Target,
} from '@wheelhouse/contract'
import { principalOf } from '../../plugins/access.ts'
import { Problem } from '../../http/problem.ts'
import { readScopeOf } from '../../rights/read-scope.ts'
import { routeOf, type App } from '../../http/route.ts'
import type { Decisions } from './decisions.ts'
import type { OperationEngine } from './engine.ts'
import { idempotencyKeyOf } from './idempotency-key.ts'
import type { OperationRepository } from './record/repository.ts'
import { shown } from './record/stored-operation.ts'

interface Options {
  engine: OperationEngine
  decisions: Decisions
  repository: OperationRepository
  /** What an operation is about, as it is called now. */
  targetOf: (operation: Pick<Operation, 'component' | 'newName'>) => Target
  configOf: (component: string) => Promise<ComponentConfig>
}

export async function operationRoutes(
  app: App,
  { engine, decisions, repository, targetOf, configOf }: Options,
) {
  app.route({
    ...routeOf(createOperation),
    bodyLimit: 512 * 1024, // a change of many keys, some of them long
    handler: async (request, reply) => {
      if (request.query.dryRun === 'true')
        return reply.code(200).send(await engine.plan(request.body, principalOf(request)))
      const key = idempotencyKeyOf(request)
      const operation = await engine.create({
        request: request.body,
        key,
        by: principalOf(request),
      })
      return reply
        .code(202)
        .header('location', `${apiPrefix}/operations/${operation.id}`)
        .send(shown(operation))
    },
  })

  app.route({
    ...routeOf(listOperations),
    handler: async (request) => {
      const { limit, ...filter } = request.query
      const scope = readScopeOf(principalOf(request))
      if (!scope.isWhole) {
        const most = limit === undefined ? {} : { limit: Number(limit) }
        const isSeen = (operation: Pick<Operation, 'component' | 'newName'>) =>
          scope.sees(targetOf(operation))
        const { items, total } = await repository.listSeen({ ...filter, ...most }, isSeen)
        return { items: items.map(shown), total }
      }
      const [items, total] = await Promise.all([
        repository.list({ ...filter, ...(limit !== undefined && { limit: Number(limit) }) }),
        repository.count(filter),
      ])
      return { items: items.map(shown), total }
    },
  })

  app.route({
    ...routeOf(getOperation),
    handler: async ({ params }) => {
      const operation = await repository.find(params.id)
      if (!operation) throw new Problem('NOT_FOUND', `no operation has the id ${params.id}`)
      return shown(operation)
    },
  })

  app.route({
    ...routeOf(retryOperation),
    handler: async (request, reply) => {
      const by = principalOf(request)
      const retried = await decisions.retry(request.params.id, { ...request.body, by })
      return reply.code(202).send(shown(retried))
    },
  })

  app.route({
    ...routeOf(settleOperation),
    handler: async (request) => {
      const by = principalOf(request)
      return shown(await decisions.settle(request.params.id, { ...request.body, by }))
    },
  })

  app.route({
    ...routeOf(abandonOperation),
    handler: async (request) => {
      const by = principalOf(request)
      return shown(await decisions.abandon(request.params.id, { ...request.body, by }))
    },
  })

  app.route({
    ...routeOf(getConfig),
    handler: async ({ params }) => configOf(params.id),
  })
}
