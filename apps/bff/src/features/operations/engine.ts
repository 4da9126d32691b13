import { createHash, createHmac } from 'node:crypto'
import type { OperationRequest, Plan as PlanView } from '@wheelhouse/contract'
import { Denied, may } from '../../rights/may.ts'
import { local, type Principal } from '../../rights/principal.ts'
import { Problem } from '../../http/problem.ts'
import { newOperation } from './new-operation.ts'
import { closeOrphans } from './running/orphans.ts'
import { demandReason, planView, type Planner } from './planner.ts'
import type { Permitting } from './permitting.ts'
import type { OperationRepository } from './record/repository.ts'
import type { Runner } from './running/runner.ts'
import type { StoredOperation } from './record/stored-operation.ts'
import { seal } from './record/vault.ts'

interface Options {
  repository: OperationRepository
  planner: Planner
  permitting: Permitting
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
  by: Principal
}

/** Takes operations on: each once, planned, on record before anything is sent. */
export class OperationEngine {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** What an operation would send. Throws `NOT_POSSIBLE_NOW` or `INVALID_INPUT` where it would be refused. */
  async plan(request: OperationRequest, by: Principal): Promise<PlanView> {
    this.#options.permitting.demand(request, by)
    await this.#refuseWhileOpen(request.component)
    return planView(request.kind, await this.#options.planner.plan(request))
  }

  /** The operation for this key: the one that was made with it before, or a new one, under way. */
  async create({ request, key, by }: Asked): Promise<StoredOperation> {
    const { repository, planner, permitting, runner, keys, clock, ...tools } = this.#options
    const { newId, changed, onBug } = tools
    // Keyed, since a request may hold a password that few guesses would find.
    const requestSha256 = createHmac('sha256', keys.requests)
      .update(JSON.stringify(request))
      .digest('hex')
    const mine = { key: ownKey(key, by), requestSha256, by }
    const made = await this.#madeBefore(mine)
    if (made) return made
    permitting.demand(request, by)
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
      actor: by.actor,
      authority: by.id,
      idempotencyKey: mine.key,
      requestSha256,
      sealed: seal(possible.planned.secrets, keys.secrets, id),
    })
    try {
      await repository.insert(operation)
    } catch (error) {
      // A unique column was taken between our look and our insert: by the same request, or by another one.
      const twin = await this.#madeBefore(mine)
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

  async #madeBefore({
    key,
    requestSha256,
    by,
  }: {
    key: string
    requestSha256: string
    by: Principal
  }): Promise<StoredOperation | undefined> {
    const made = await this.#options.repository.findByKey(key)
    if (made && made.requestSha256 !== requestSha256)
      throw new Problem(
        'IDEMPOTENCY_KEY_REUSED',
        'this Idempotency-Key belongs to another request; nothing was sent',
      )
    // What they may see may be less than it was.
    if (made && !may(by, 'read', this.#options.permitting.targetOf(made)))
      throw new Denied('NOT_FOUND', `no component has the id ${made.component.id}`, {
        target: made.component.id,
      })
    return made
  }

  async #refuseWhileOpen(component: string) {
    const open = await this.#options.repository.findOpen(component)
    if (open) throw operationOpen(open)
  }
}

/** Somebody else's key never leads to one's operation. Where nobody signs in, keys are as they always were. */
const ownKey = (key: string, { id }: Principal): string =>
  id === local.id
    ? key
    : `#${createHash('sha256')
        .update(JSON.stringify([id, key]))
        .digest('base64url')}`

export const operationOpen = ({ id, kind, actor, createdAt }: StoredOperation) =>
  new Problem('OPERATION_OPEN', 'another operation on it is open; nothing was sent', {
    operation: { id, kind, actor, createdAt },
  })
