import { CmError, variablesOf, type CmClient } from '@wheelhouse/cm-client'
import {
  isObservable,
  whyNot,
  type Cluster,
  type Component,
  type Operation,
} from '@wheelhouse/contract'
import { invalidInput, Problem } from '../../http/problem.ts'
import { commandOf, isOfOtherIdentity, isTakenUp, newNameFault, stepOf } from './decision-rules.ts'
import type { Principal } from '../../rights/principal.ts'
import type { EffectWatch } from './running/effect-watch.ts'
import { operationOpen } from './engine.ts'
import type { Permitting } from './permitting.ts'
import type { OperationRepository } from './record/repository.ts'
import type { Move } from './record/move.ts'
import { StepMoved } from './record/step-moves.ts'
import type { Runner } from './running/runner.ts'
import type { StoredOperation, StoredStep } from './record/stored-operation.ts'

interface Options {
  repository: OperationRepository
  runner: Runner
  permitting: Permitting
  watch: EffectWatch
  /** Throws `NOT_FOUND` for what is no longer tracked. */
  componentOf: (id: string) => Component
  clusterOf: (id: string) => Cluster
  cmOf: (cluster: string) => CmClient
  isTracked: (component: Operation['component'], name: string) => boolean
  changed: (operation: StoredOperation) => Promise<void>
  onBug: (error: unknown) => void
  clock: () => number
}

/** Which try of which step a person means. */
interface Named {
  step: number
  attempt: number
  /** Who decides; from then on the operation goes on under their grants. */
  by: Principal
}

type Retry = Named & { reason?: string | undefined }
type Settlement = Named & {
  as: 'happened' | 'skipped'
  reason: string
  newName?: string | undefined
}

/**
 * What a person decides where the machine must not: to send a step again, to say that it happened, to
 * go on without it, or to give it all up. Naming the try makes a repeated request change nothing.
 */
export class Decisions {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Sends a refused or uncertain step once more. Throws `NOT_RETRYABLE` with the reason why not. */
  async retry(id: string, { step: position, attempt, by, reason }: Retry) {
    const { repository, runner, permitting, clock } = this.#options
    const operation = await this.#find(id)
    permitting.demandAgain(operation, by)
    const step = stepOf(operation, position)
    if (isTakenUp(step, attempt)) return operation
    const isRefused = operation.state === 'failed' && step.state === 'refused'
    if (step.attempt !== attempt || (!isRefused && step.state !== 'uncertain'))
      throw new Problem('NOT_RETRYABLE', `this try of the step is ${step.state}; nothing was sent`)
    if (step.state === 'uncertain' && reason === undefined)
      throw invalidInput('body.reason', 'missing', 'say why it may be sent twice')
    await this.#refuseWhereImpossible(operation)
    this.#refuseWhereNotWanted(operation, step)
    if (runner.isClosing) throw new Problem('SHUTTING_DOWN', 'nothing is begun; nothing was sent')

    const again = await this.#decide(operation, 'NOT_RETRYABLE', () =>
      repository.takeUpAgain(
        id,
        position,
        {
          from: step.state,
          to: 'pending',
          decision: { as: 'again', by: by.actor, authority: by.id, reason: reason ?? null },
        },
        clock(),
      ),
    )
    runner.begin(again)
    return again
  }

  /**
   * Takes a person's word for what became of an uncertain step, or leaves a failed check out, and goes on
   * with the next one.
   */
  async settle(id: string, { step: position, attempt, as, by, reason, newName }: Settlement) {
    const { repository, runner, permitting, clock } = this.#options
    const operation = await this.#find(id)
    permitting.demandAgain(operation, by)
    const step = stepOf(operation, position)
    if (step.attempt === attempt && step.decision?.as === as) return operation
    // A check asks and changes nothing: a person who has looked for himself may go on without it.
    const isFailedCheck =
      step.effect === 'read' && operation.state === 'failed' && step.state === 'refused'
    if (step.attempt !== attempt || (step.state !== 'uncertain' && !isFailedCheck))
      throw new Problem('NOT_SETTLEABLE', `this try of the step is ${step.state}`)
    if (isFailedCheck && as === 'happened')
      throw new Problem('NOT_SETTLEABLE', 'a check is asked again, or left out')
    if (isFailedCheck && operation.kind === 'delete')
      throw new Problem('NOT_SETTLEABLE', 'nothing is deleted that was not seen stopped')
    if (isFailedCheck || operation.steps.some(({ state }) => state === 'pending'))
      await this.#refuseWhereImpossible(operation)
    const name = as === 'happened' && step.name === 'migrate' ? newName : undefined
    if (as === 'happened' && step.name === 'migrate') {
      await this.#checkNewName(operation, newName)
      permitting.demandName(operation, newName ?? '', by)
    }
    const move: Move = {
      from: step.state,
      to: as === 'happened' ? 'succeeded' : 'skipped',
      decision: { as, by: by.actor, authority: by.id, reason },
      ...(name !== undefined && { newName: name }),
    }
    const settled = await this.#decide(operation, 'NOT_SETTLEABLE', () =>
      isFailedCheck
        ? repository.takeUpAgain(id, position, move, clock())
        : repository.moveStep(id, position, move, clock()),
    )
    runner.begin(settled)
    return settled
  }

  /** Gives an uncertain or failed operation up. */
  async abandon(id: string, { reason, by }: { reason: string; by: Principal }) {
    const { repository, watch, clock, changed, onBug } = this.#options
    await this.#find(id)
    const abandoned = await repository.abandon(id, { reason, by: by.actor }, clock())
    if (!abandoned)
      throw new Problem('NOT_ABANDONABLE', 'only an uncertain or failed operation can be abandoned')
    watch.drop(id)
    await changed(abandoned).catch(onBug)
    return abandoned
  }

  async #decide(
    operation: StoredOperation,
    raced: 'NOT_RETRYABLE' | 'NOT_SETTLEABLE',
    write: () => Promise<StoredOperation>,
  ) {
    const { repository, watch, changed, onBug } = this.#options
    try {
      const decided = await write()
      watch.drop(operation.id)
      // It is decided, and goes on, whether or not those who care can be told.
      await changed(decided).catch(onBug)
      return decided
    } catch (error) {
      if (error instanceof StepMoved)
        throw new Problem(raced, 'it has moved on meanwhile; nothing was sent')
      const open = await repository.findOpen(operation.component.id)
      throw open && open.id !== operation.id ? operationOpen(open) : error
    }
  }

  async #refuseWhereImpossible({ id, component, newName, steps, sealed }: StoredOperation) {
    const { repository, componentOf, clusterOf } = this.#options
    // Removed from the list and added again, it is another component, with a lock of its own.
    if (componentOf(component.id).name !== (newName ?? component.name))
      throw new Problem('NOT_RETRYABLE', 'the component has another name by now; nothing was sent')
    const open = await repository.findOpen(component.id)
    if (open && open.id !== id) throw operationOpen(open)
    const [newest] = await repository.list({ component: component.id, limit: 1 })
    if (newest && newest.id !== id)
      throw new Problem(
        'NOT_RETRYABLE',
        'something else was done to the component since: plan it anew; nothing was sent',
      )
    const { readOnly, reachability } = clusterOf(component.cluster)
    const reason = readOnly
      ? 'cluster-read-only'
      : reachability === 'unreachable'
        ? 'cluster-unreachable'
        : undefined
    if (reason) throw new Problem('NOT_POSSIBLE_NOW', `${reason}; nothing was sent`, { reason })
    const ahead = steps.filter(({ state }) => state !== 'succeeded' && state !== 'skipped')
    const needsSecrets = ahead.some(({ call }) =>
      variablesOf(call).some((variable) => variable !== 'NEW_NAME'),
    )
    if (needsSecrets && sealed === null)
      throw new Problem(
        'SECRETS_GONE',
        'the secrets went when the operation closed: ask for it anew; nothing was sent',
      )
  }

  /** What `can` forbids as a plain command is not sent by the way of a retry either. */
  #refuseWhereNotWanted({ component }: StoredOperation, { name }: StoredStep) {
    const { componentOf, clusterOf } = this.#options
    const kind = commandOf(name)
    const now = componentOf(component.id)
    // That this very operation was the last command is no reason against it.
    const free = { ...now, operation: null, lastCommand: null }
    const reason = kind && whyNot(kind, free, clusterOf(component.cluster))
    if (reason)
      throw new Problem(
        'NOT_POSSIBLE_NOW',
        `${name} is not possible: ${reason}; nothing was sent`,
        {
          reason,
        },
      )
  }

  async #checkNewName({ component }: StoredOperation, name: string | undefined) {
    const fault =
      newNameFault(component, name) ?? (await this.#newNameObjection(component, name ?? ''))
    if (fault) throw invalidInput('body.newName', fault, `the name that it has now: ${fault}`)
  }

  /** What our own list or CM itself knows against it. */
  async #newNameObjection(component: Operation['component'], name: string) {
    const { isTracked, cmOf } = this.#options
    if (isTracked(component, name)) return 'already-tracked'
    if (isOfOtherIdentity(name, component.name)) return 'other-identity'
    if (!isObservable(component.kind)) return undefined
    try {
      await cmOf(component.cluster).writers.detail(name)
      return undefined
    } catch (error) {
      // CM says that it knows no such writer. What it is silent about may be there.
      return error instanceof CmError && error.code === 'REJECTED' ? 'unknown-to-cm' : undefined
    }
  }

  async #find(id: string): Promise<StoredOperation> {
    const operation = await this.#options.repository.find(id)
    if (!operation) throw new Problem('NOT_FOUND', `no operation has the id ${id}`)
    return operation
  }
}
