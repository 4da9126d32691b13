import { bind, CmError, variablesOf, type CmClient } from '@wheelhouse/cm-client'
import type { Operation, StepFailure } from '@wheelhouse/contract'
import { byItself } from '../../../plugins/asked.ts'
import { watchMs, type EffectWatch, type End } from './effect-watch.ts'
import { showsEffect } from './effects.ts'
import { Learning } from './learning.ts'
import type { Ledger } from './ledger.ts'
import type { Permitting } from '../permitting.ts'
import type { OperationRepository } from '../record/repository.ts'
import { StepMoved } from '../record/step-moves.ts'
import { accepted, migrated, noReply, notAccepted, type StepEnd } from './step-end.ts'
import { requestOf, type StoredOperation, type StoredStep } from '../record/stored-operation.ts'
import type { Secrets } from '../record/vault.ts'

/** A component samples its position every five seconds: in so long, one that gets on has been sampled anew. */
const standsForMs = 6_000

interface Options {
  repository: OperationRepository
  ledger: Ledger
  permitting: Permitting
  watch: EffectWatch
  cmOf: (cluster: string) => CmClient
  clock: () => number
  secretsOf: (operation: StoredOperation) => Secrets
  /** Another component of the same identity that was seen running, if there is one. */
  twinOf: (component: string) => string | undefined
  isTracked: (component: Operation['component'], name: string) => boolean
  othersAnswer: (component: string) => boolean
  gone: (operation: StoredOperation) => Promise<void>
  changed: (operation: StoredOperation) => Promise<void>
  onBug: (error: unknown) => void
}

interface UnderWay {
  run: Promise<void>
  /** The step whose write is out. */
  position: number | undefined
  /** Ends the check that is under way. */
  interrupt: (() => void) | undefined
}

/**
 * Carries the steps of operations out, one after another: durable before a call leaves, sent once, the
 * outcome durable after, and then watched until the effect is seen. Nothing here sends a call twice.
 */
export class Runner {
  readonly #options: Options
  readonly #underWay = new Map<string, UnderWay>()
  readonly #learning: Learning
  #isClosing = false

  constructor(options: Options) {
    this.#options = options
    this.#learning = new Learning(options, (operation) => this.begin(operation))
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  /** Goes on with the next pending step, in the background. */
  begin({ id }: Pick<StoredOperation, 'id'>) {
    const run = byItself(() => this.#run(id))
      .catch((error: unknown) => {
        // Closing, or a person, has decided about the step before its answer came.
        if (!(error instanceof StepMoved)) this.#options.onBug(error)
      })
      .finally(() => {
        if (this.#underWay.get(id)?.run === run) this.#underWay.delete(id)
      })
    this.#underWay.set(id, { run, position: undefined, interrupt: undefined })
  }

  /** Learns by reading what became of it. */
  follow(operation: StoredOperation) {
    this.#learning.follow(operation)
  }

  /** Begins nothing more and waits for the calls that are out; what is out after the limit is uncertain. */
  async close(limitMs: number) {
    this.#isClosing = true
    const { repository, clock } = this.#options
    for (const { interrupt } of this.#underWay.values()) interrupt?.()
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

  async #run(id: string) {
    const { repository, watch } = this.#options
    let operation = await repository.find(id)
    if (operation) watch.supersede(operation.component.id)
    for (;;) {
      const position = operation?.steps.findIndex(({ state }) => state === 'pending') ?? -1
      const step = operation?.steps[position]
      if (!operation || !step || this.#isClosing || !isGoingOn(operation)) break
      const take =
        step.effect === 'read'
          ? this.#check(operation, position)
          : this.#write(operation, { position, step })
      if (!(await take)) break
      operation = await repository.find(id)
    }
    const ended = await repository.find(id)
    if (ended) this.follow(ended)
  }

  /** True where CM accepted the step. */
  async #write(
    operation: StoredOperation,
    { position, step }: { position: number; step: StoredStep },
  ): Promise<boolean> {
    const { ledger, permitting, cmOf, isTracked, onBug } = this.#options
    const { id, component } = operation
    const secrets = this.#secretsOf(operation)
    // Where the migration was left out, the component is still called what it was.
    const NEW_NAME = operation.newName ?? component.name
    const call = secrets && bind(step.call, { ...secrets, NEW_NAME })
    const obstacle = call ? this.#obstacleTo(operation, step) : 'NOT_SENT'
    if (!call || !secrets || obstacle) {
      const reply = noReply(obstacle ?? 'NOT_SENT')
      await ledger.record(id, position, { from: 'pending', to: 'refused', reply })
      return false
    }
    const permit = await permitting.permit(operation, call)
    if (!permit) return this.#refuse(operation, position)
    const hidden = Object.keys(secrets).map((variable) => [variable, { variable }])
    const shown = bind(step.call, { ...Object.fromEntries(hidden), NEW_NAME })
    if (!(await ledger.writeAhead(id, position, requestOf(shown)))) return false
    this.#isOut(id, position)
    const end = await cmOf(component.cluster)
      .write(permit, { secrets: Object.values(secrets) })
      .then(
        (reply): StepEnd =>
          step.name === 'migrate'
            ? migrated(reply, operation, (name) => isTracked(component, name))
            : accepted(reply),
        (error: unknown) => {
          if (!(error instanceof CmError)) onBug(error)
          return notAccepted(error)
        },
      )
    await ledger.record(id, position, { from: 'running', ...end })
    this.#isOut(id, undefined)
    return end.to === 'succeeded'
  }

  /** `undefined` where they can't be had: another key, or they went when the operation closed. */
  #secretsOf(operation: StoredOperation): Secrets | undefined {
    try {
      const secrets = this.#options.secretsOf(operation)
      const wanted = operation.steps.flatMap(({ state, call }) =>
        state === 'pending' ? variablesOf(call) : [],
      )
      const isWhole = wanted.every((variable) => variable === 'NEW_NAME' || variable in secrets)
      return isWhole ? secrets : undefined
    } catch (error) {
      this.#options.onBug(error)
      return undefined
    }
  }

  /** A second copy of what already runs would write everything twice (DECISIONS 20). */
  #obstacleTo({ component }: StoredOperation, { name }: StoredStep): StepFailure | undefined {
    const isStart = name === 'start' || name === 'start-there' || name === 'start-new'
    return isStart && this.#options.twinOf(component.id) !== undefined ? 'TWIN_RUNNING' : undefined
  }

  /** Asks until the component is seen stopped, twice and standing still, or for a minute in vain. */
  async #check(operation: StoredOperation, position: number): Promise<boolean> {
    const { ledger, permitting, watch, clock } = this.#options
    const { id, component } = operation
    if (!(await permitting.allows(operation))) return this.#refuse(operation, position)
    if (!(await ledger.writeAhead(id, position))) return false
    const { promise, resolve } = Promise.withResolvers<End | 'interrupted'>()
    const underWay = this.#underWay.get(id)
    if (underWay) underWay.interrupt = () => resolve('interrupted')
    const shows = showsEffect(operation, position, 'accepted')
    let checkpoint: number | null | undefined
    watch.add(id, {
      component: component.id,
      // What says that it has stopped and still gets on has not (DECISIONS 19).
      showsIn: (reading) => {
        const stands = checkpoint === undefined || checkpoint === reading?.checkpointSeconds
        checkpoint = reading?.checkpointSeconds
        return shows(reading) && stands
      },
      afterMs: clock(),
      limitMs: watchMs,
      apartMs: standsForMs,
      ends: resolve,
    })
    const end = await promise
    watch.drop(id)
    if (end === 'interrupted') return false
    const failure = end === 'not-seen' ? 'STILL_RUNNING' : 'NOT_SEEN'
    await ledger.record(
      id,
      position,
      end === 'seen'
        ? { from: 'running', to: 'succeeded' }
        : { from: 'running', to: 'refused', reply: noReply(failure) },
    )
    return end === 'seen'
  }

  /** Who asked for it may no longer do it: nothing more is sent, and somebody who may can take it up. */
  async #refuse({ id }: StoredOperation, position: number): Promise<false> {
    const reply = noReply('NOT_ALLOWED')
    await this.#options.ledger.record(id, position, { from: 'pending', to: 'refused', reply })
    return false
  }

  #isOut(id: string, position: number | undefined) {
    const underWay = this.#underWay.get(id)
    if (underWay) underWay.position = position
  }
}

const isGoingOn = ({ state }: StoredOperation): boolean => state === 'queued' || state === 'running'
