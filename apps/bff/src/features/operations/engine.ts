import { createHash } from 'node:crypto'
import { CmError, type CmClient } from '@wheelhouse/cm-client'
import {
  whyNot,
  type Cluster,
  type Component,
  type OperationRequest,
  type Plan as PlanView,
} from '@wheelhouse/contract'
import { Problem } from '../../problem.ts'
import { watchMs, type EffectWatch } from './effect-watch.ts'
import { Ledger } from './ledger.ts'
import { newOperation, requestOf } from './new-operation.ts'
import { closeOrphans } from './orphans.ts'
import { plans } from './plans/index.ts'
import { StepMoved, type OperationRepository } from './repository.ts'
import { accepted, noReply, notAccepted } from './step-end.ts'
import type { StoredOperation } from './stored-operation.ts'

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
  readonly #ledger: Ledger
  #isClosing = false

  constructor(options: Options) {
    this.#options = options
    this.#ledger = new Ledger(options)
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
    const { repository, clock, newId, changed, onBug } = this.#options
    const requestSha256 = createHash('sha256').update(JSON.stringify(request)).digest('hex')
    const made = await this.#madeBefore(key, requestSha256)
    if (made) return made
    if (this.#isClosing)
      throw new Problem('SHUTTING_DOWN', 'no new operation is begun; nothing was sent')

    const component = await this.#possible(request)
    const operation = newOperation(component, {
      id: newId(),
      nowMs: clock(),
      request,
      actor,
      idempotencyKey: key,
      requestSha256,
    })
    try {
      await repository.insert(operation)
    } catch (error) {
      // A unique column was taken between our look and our insert: by the same request, or by another one.
      const twin = await this.#madeBefore(key, requestSha256)
      if (twin) return twin
      const open = await repository.findOpen(component.id)
      throw open ? operationOpen(open) : error
    }
    // It is on record: whoever cannot be told of it sees it with the next change.
    await changed(operation).catch(onBug)
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

  /** Takes up what an earlier process left: learns what became of its calls, and sends none again. */
  async recover() {
    const orphans = await closeOrphans(this.#options)
    // The oldest first: each newer one on the same component ends the watch of the one before.
    for (const operation of orphans.toReversed()) this.#watch(operation)
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
      .catch((error: unknown) => {
        // Closing has recorded the step as uncertain before its answer came.
        if (!(error instanceof StepMoved)) this.#options.onBug(error)
      })
      .finally(() => this.#underWay.delete(operation.id))
    this.#underWay.set(operation.id, { run, position: undefined })
  }

  async #run(created: StoredOperation) {
    const { cmOf, watch, onBug } = this.#options
    const cm = cmOf(created.component.cluster)
    watch.supersede(created.component.id)
    let operation = created
    for (const [position, step] of plans[created.kind].stepsFor(created.component.name).entries()) {
      if (!(await this.#ledger.writeAhead(created.id, position))) return
      this.#isOut(created.id, position)
      const end = await cm.write(step.call).then(accepted, (error: unknown) => {
        if (!(error instanceof CmError)) onBug(error)
        return notAccepted(error)
      })
      operation = await this.#ledger.record(created.id, position, { from: 'running', ...end })
      this.#isOut(created.id, undefined)
      if (end.to !== 'succeeded') break
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
    const { clock } = this.#options
    const isUncertain = operation.state === 'uncertain'
    const finished = operation.steps.findLast(({ finishedAt }) => finishedAt !== null)?.finishedAt
    const finishedMs = finished ? Date.parse(finished) : clock()
    this.#options.watch.add(operation.id, {
      component: operation.component.id,
      showsIn: (reading) =>
        plans[operation.kind].showsIn(
          reading,
          operation.before,
          isUncertain ? 'uncertain' : 'accepted',
        ),
      afterMs: finishedMs,
      limitMs: isUncertain ? undefined : Math.max(0, finishedMs + watchMs - clock()),
      ends: (seen) => void this.#settle(operation, seen).catch(this.#options.onBug),
    })
  }

  async #settle(operation: StoredOperation, seen: 'seen' | 'not-seen' | 'nothing-read') {
    const { repository, clock, changed } = this.#options
    const position = operation.steps.findIndex(({ state }) => state === 'uncertain')
    // Absence settles nothing: the effect may come late, or be somebody else's to judge.
    if (position >= 0 && seen !== 'seen') return
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

const operationOpen = ({ id, kind, actor, createdAt }: StoredOperation) =>
  new Problem('OPERATION_OPEN', 'another operation on it is open; nothing was sent', {
    operation: { id, kind, actor, createdAt },
  })
