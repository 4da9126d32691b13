import { createHash } from 'node:crypto'
import { CmError, toCurl, type CmCall, type CmClient } from '@wheelhouse/cm-client'
import {
  whyNot,
  type Cluster,
  type Component,
  type OperationRequest,
  type Plan as PlanView,
  type Step,
} from '@wheelhouse/contract'
import { Problem } from '../../problem.ts'
import { watchMs, type EffectWatch } from './effect-watch.ts'
import { plans } from './plans/index.ts'
import type { OperationRepository, StoredOperation } from './repository.ts'

interface Options {
  repository: OperationRepository
  watch: EffectWatch
  componentOf: (id: string) => Component
  clusterOf: (id: string) => Cluster
  cmOf: (cluster: string) => CmClient
  newId: () => string
  clock: () => number
  /** Told after every durable change. */
  changed: (operation: StoredOperation) => Promise<void>
  onBug: (error: unknown) => void
}

interface Asked {
  request: OperationRequest
  key: string
  actor: string
}

/**
 * Carries operations out: durable before a call leaves, sent once, the outcome durable after, and then
 * watched until the effect is seen. Nothing here sends a call a second time.
 */
export class OperationEngine {
  readonly #options: Options
  /** The runs under way, and the step whose call is out, by operation id. */
  readonly #underWay = new Map<string, { run: Promise<void>; position: number | undefined }>()
  #isClosing = false

  constructor(options: Options) {
    this.#options = options
  }

  /** What an operation would send. Throws `NOT_POSSIBLE_NOW` where it would be refused. */
  async plan(request: OperationRequest): Promise<PlanView> {
    const component = await this.#possible(request)
    const steps = plans[request.kind].stepsFor(component.name)
    return {
      kind: request.kind,
      steps: steps.map(({ name, call }) => ({ name, request: requestOf(call) })),
    }
  }

  /** The operation for this key: the one that was made with it before, or a new one, under way. */
  async create({ request, key, actor }: Asked): Promise<StoredOperation> {
    const { repository, clock, newId, changed } = this.#options
    const requestSha256 = createHash('sha256').update(JSON.stringify(request)).digest('hex')
    const made = await this.#madeBefore(key, requestSha256)
    if (made) return made
    if (this.#isClosing)
      throw new Problem('SHUTTING_DOWN', 'no new operation is begun; nothing was sent')

    const component = await this.#possible(request)
    const operation: StoredOperation = {
      id: newId(),
      kind: request.kind,
      component: {
        id: component.id,
        cluster: component.cluster,
        kind: component.kind,
        name: component.name,
      },
      state: 'queued',
      verification: 'pending',
      steps: plans[request.kind].stepsFor(component.name).map(pendingStep),
      actor,
      reason: request.reason ?? null,
      createdAt: new Date(clock()).toISOString(),
      finishedAt: null,
      abandonedBecause: null,
      before:
        component.observedAt === null
          ? null
          : {
              status: component.status,
              active: component.active,
              checkpointSeconds: component.checkpoint,
            },
      idempotencyKey: key,
      requestSha256,
    }
    try {
      await repository.insert(operation)
    } catch (error) {
      // A unique column was taken between our look and our insert: by the same request, or by another one.
      const twin = await this.#madeBefore(key, requestSha256)
      if (twin) return twin
      const open = await repository.findOpen(component.id)
      throw open ? operationOpen(open) : error
    }
    await changed(operation)
    this.#begin(operation)
    return operation
  }

  /** Gives an uncertain or failed operation up. */
  async abandon(id: string, reason: string): Promise<StoredOperation> {
    const { repository, watch, clock, changed } = this.#options
    if (!(await repository.find(id)))
      throw new Problem('NOT_FOUND', `no operation has the id ${id}`)
    const abandoned = await repository.abandon(id, reason, clock())
    if (!abandoned)
      throw new Problem('NOT_ABANDONABLE', 'only an uncertain or failed operation can be abandoned')
    watch.drop(id)
    await changed(abandoned)
    return abandoned
  }

  /**
   * After a start of this process: a call whose outcome was not recorded may have been carried out; one
   * that never left is refused, since what was wanted then need not be wanted now.
   */
  async recover() {
    const { repository, clock, changed } = this.#options
    for (const found of await repository.unsettled()) {
      let operation = found
      for (const [position, { state }] of found.steps.entries()) {
        if (state === 'running')
          operation = await repository.moveStep(
            found.id,
            position,
            { from: state, to: 'uncertain', reply: noReply('PROCESS_ENDED') },
            clock(),
          )
        if (state === 'pending' && operation.state === 'queued')
          operation = await repository.moveStep(
            found.id,
            position,
            { from: state, to: 'refused', reply: noReply('NOT_SENT') },
            clock(),
          )
      }
      await changed(operation)
      this.#watch(operation)
    }
  }

  /** Begins nothing more and waits for the calls that are out; what is out after the limit is uncertain. */
  async close(limitMs: number) {
    this.#isClosing = true
    const { repository, clock } = this.#options
    const limit = Promise.withResolvers<void>()
    const timer = setTimeout(limit.resolve, limitMs)
    await Promise.race([
      Promise.all([...this.#underWay.values()].map(({ run }) => run)),
      limit.promise,
    ])
    clearTimeout(timer)
    for (const [id, { position }] of this.#underWay)
      if (position !== undefined)
        await repository.moveStep(
          id,
          position,
          { from: 'running', to: 'uncertain', reply: noReply('PROCESS_ENDED') },
          clock(),
        )
  }

  async #madeBefore(key: string, requestSha256: string): Promise<StoredOperation | undefined> {
    const made = await this.#options.repository.findByKey(key)
    if (made && made.requestSha256 !== requestSha256)
      throw new Problem(
        'IDEMPOTENCY_KEY_REUSED',
        'this Idempotency-Key belongs to another request; nothing was sent',
      )
    return made
  }

  async #possible({ component: id, kind }: OperationRequest): Promise<Component> {
    const component = this.#options.componentOf(id)
    const reason = whyNot(kind, component, this.#options.clusterOf(component.cluster))
    const open = reason === 'operation-open' && (await this.#options.repository.findOpen(id))
    if (open) throw operationOpen(open)
    if (reason)
      throw new Problem(
        'NOT_POSSIBLE_NOW',
        `${kind} is not possible: ${reason}; nothing was sent`,
        { reason },
      )
    return component
  }

  #begin(operation: StoredOperation) {
    const run = this.#run(operation)
      .catch(this.#options.onBug)
      .finally(() => this.#underWay.delete(operation.id))
    this.#underWay.set(operation.id, { run, position: undefined })
  }

  async #run(created: StoredOperation) {
    const { repository, clock, cmOf, changed } = this.#options
    const cm = cmOf(created.component.cluster)
    let operation = created
    for (const [position, step] of plans[created.kind].stepsFor(created.component.name).entries()) {
      operation = await repository.moveStep(
        created.id,
        position,
        { from: 'pending', to: 'running' },
        clock(),
      )
      await changed(operation)
      this.#isOut(created.id, position)
      const outcome = await step.send(cm).then(accepted, cameToNothing)
      operation = await repository.moveStep(
        created.id,
        position,
        { from: 'running', ...outcome },
        clock(),
      )
      await changed(operation)
      this.#isOut(created.id, undefined)
      if (outcome.to !== 'succeeded') break
    }
    this.#watch(operation)
  }

  #isOut(id: string, position: number | undefined) {
    const underWay = this.#underWay.get(id)
    if (underWay) underWay.position = position
  }

  /** Looks for the effect: of an accepted operation for a minute, of an uncertain one as long as it takes. */
  #watch(operation: StoredOperation) {
    if (operation.state !== 'uncertain' && operation.state !== 'succeeded') return
    const isUncertain = operation.state === 'uncertain'
    const finished = operation.steps.findLast(({ finishedAt }) => finishedAt !== null)?.finishedAt
    this.#options.watch.add(operation.id, {
      component: operation.component.id,
      showsIn: (reading) => plans[operation.kind].showsIn(reading, operation.before),
      afterMs: finished ? Date.parse(finished) : this.#options.clock(),
      limitMs: isUncertain ? undefined : watchMs,
      ends: (seen) => void this.#settle(operation, seen).catch(this.#options.onBug),
    })
  }

  async #settle(operation: StoredOperation, seen: 'seen' | 'not-seen' | 'nothing-read') {
    const { repository, clock, changed } = this.#options
    const position = operation.steps.findIndex(({ state }) => state === 'uncertain')
    if (position >= 0)
      await repository.moveStep(
        operation.id,
        position,
        { from: 'uncertain', to: 'succeeded' },
        clock(),
      )
    const verification =
      seen === 'seen' ? 'verified' : seen === 'not-seen' ? 'contradicted' : 'unverifiable'
    await changed(await repository.verify(operation.id, verification))
  }
}

type Outcome = { to: 'succeeded' | 'refused' | 'uncertain'; reply: Step['reply'] }

const accepted = (reply: { status: number; body: string }): Outcome => ({
  to: 'succeeded',
  reply: { ...reply, failure: null },
})

/** The table of architecture §4: only what certainly was not done is refused. */
function cameToNothing(error: unknown): Outcome {
  if (!(error instanceof CmError)) return { to: 'uncertain', reply: noReply('INTERNAL') }
  return {
    to: error.outcome === 'not-done' ? 'refused' : 'uncertain',
    reply: {
      status: error.reply?.status ?? null,
      body: error.reply?.body ?? error.message,
      failure: error.code,
    },
  }
}

const noReply = (failure: string): Step['reply'] => ({ status: null, body: '', failure })

const requestOf = (call: CmCall) => ({ method: call.method, path: call.path, curl: toCurl(call) })

const pendingStep = ({ name, call }: { name: Step['name']; call: CmCall }): Step => ({
  name,
  state: 'pending',
  request: requestOf(call),
  reply: null,
  startedAt: null,
  finishedAt: null,
})

const operationOpen = ({ id, kind, actor, createdAt }: StoredOperation) =>
  new Problem('OPERATION_OPEN', 'another operation on it is open; nothing was sent', {
    operation: { id, kind, actor, createdAt },
  })
