import { createHmac } from 'node:crypto'
import type { OperationRequest, Plan as PlanView } from '@wheelhouse/contract'
import { Problem } from '../../problem.ts'
import { newOperation } from './new-operation.ts'
import { closeOrphans } from './running/orphans.ts'
import { demandReason, planView, type Planner } from './planner.ts'
import type { OperationRepository } from './record/repository.ts'
import type { Runner } from './running/runner.ts'
import type { StoredOperation } from './record/stored-operation.ts'
import { seal } from './record/vault.ts'

interface Options {
  repository: OperationRepository
  planner: Planner
  runner: Runner
  /** What encrypts the secrets of operations, and what tells repeated requests apart. */
  keys: { secrets: Buffer; requests: Buffer }
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

/** Takes operations on: each once, planned, on record before anything is sent. */
export class OperationEngine {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** What an operation would send. Throws `NOT_POSSIBLE_NOW` or `INVALID_INPUT` where it would be refused. */
  async plan(request: OperationRequest): Promise<PlanView> {
    await this.#refuseWhileOpen(request.component)
    return planView(request.kind, await this.#options.planner.plan(request))
  }

  /** The operation for this key: the one that was made with it before, or a new one, under way. */
  async create({ request, key, actor }: Asked): Promise<StoredOperation> {
    const { repository, planner, runner, keys, clock, newId, changed, onBug } = this.#options
    // Keyed, since a request may hold a password that few guesses would find.
    const requestSha256 = createHmac('sha256', keys.requests)
      .update(JSON.stringify(request))
      .digest('hex')
    const made = await this.#madeBefore(key, requestSha256)
    if (made) return made
    if (runner.isClosing)
      throw new Problem('SHUTTING_DOWN', 'no new operation is begun; nothing was sent')

    await this.#refuseWhileOpen(request.component)
    demandReason(request)
    const possible = await planner.plan(request)
    planner.check(request, possible)
    const id = newId()
    const operation = newOperation(possible, {
      id,
      nowMs: clock(),
      request,
      actor,
      idempotencyKey: key,
      requestSha256,
      sealed: seal(possible.planned.secrets, keys.secrets, id),
    })
    try {
      await repository.insert(operation)
    } catch (error) {
      // A unique column was taken between our look and our insert: by the same request, or by another one.
      const twin = await this.#madeBefore(key, requestSha256)
      if (twin) return twin
      await this.#refuseWhileOpen(request.component)
      throw error
    }
    // It is on record: whoever cannot be told of it sees it with the next change.
    await changed(operation).catch(onBug)
    runner.begin(operation)
    return operation
  }

  /** Takes up what an earlier process left: learns what became of its calls, and sends none again. */
  async recover() {
    const { runner } = this.#options
    const orphans = await closeOrphans(this.#options)
    // The oldest first: each newer one on the same component ends the watch of the one before.
    for (const operation of orphans.toReversed()) runner.follow(operation)
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

  async #refuseWhileOpen(component: string) {
    const open = await this.#options.repository.findOpen(component)
    if (open) throw operationOpen(open)
  }
}

export const operationOpen = ({ id, kind, actor, createdAt }: StoredOperation) =>
  new Problem('OPERATION_OPEN', 'another operation on it is open; nothing was sent', {
    operation: { id, kind, actor, createdAt },
  })
