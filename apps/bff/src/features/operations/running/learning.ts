import { isObservable, type Verification } from '@wheelhouse/contract'
import { watchMs, type EffectWatch, type End } from './effect-watch.ts'
import { isBeyondReading, showsEffect } from './effects.ts'
import type { Ledger } from './ledger.ts'
import type { OperationRepository } from '../record/repository.ts'
import { noReply } from './step-end.ts'
import type { StoredOperation } from '../record/stored-operation.ts'

/** What CM refuses to tell about for so long, while it tells about others, it no longer knows. */
const goneAfterMs = 15_000
/** A step that is learnt of later than this is no sign any more to go on with the next one. */
const goesOnWithinMs = 10 * 60_000

interface Options {
  repository: OperationRepository
  ledger: Ledger
  watch: EffectWatch
  clock: () => number
  /** Whether CM tells about some other component right now, or there is none. */
  othersAnswer: (component: string) => boolean
  /** CM no longer knows the component. */
  gone: (operation: StoredOperation) => Promise<void>
  changed: (operation: StoredOperation) => Promise<void>
  onBug: (error: unknown) => void
}

/** Learns by reading what became of operations whose calls have ended. */
export class Learning {
  readonly #options: Options
  /** Carries the steps that are still pending out. */
  readonly #goOn: (operation: StoredOperation) => void

  constructor(options: Options, goOn: (operation: StoredOperation) => void) {
    this.#options = options
    this.#goOn = goOn
  }

  /** Looks for the effect: of an accepted operation for a minute, of an uncertain one as long as it takes. */
  follow(operation: StoredOperation) {
    const { watch, clock, othersAnswer, onBug } = this.#options
    const { state, steps, component } = operation
    if (state !== 'uncertain' && state !== 'succeeded') return
    const isUncertain = state === 'uncertain'
    const position = isUncertain
      ? steps.findIndex((step) => step.state === 'uncertain')
      : steps.findLastIndex((step) => step.state === 'succeeded' && step.effect === 'write')
    if (position < 0 || !isObservable(component.kind)) {
      if (!isUncertain) void this.#verify(operation, 'nothing-read').catch(onBug)
      return
    }
    const finishedAt = steps[position]?.finishedAt
    const finishedMs = finishedAt ? Date.parse(finishedAt) : clock()
    const shows = showsEffect(operation, position, isUncertain ? 'uncertain' : 'accepted')
    watch.add(operation.id, {
      component: component.id,
      showsIn: (reading) => shows(reading) && (reading !== null || othersAnswer(component.id)),
      afterMs: finishedMs,
      ...(operation.kind === 'delete' && { apartMs: goneAfterMs }),
      limitMs: isUncertain ? undefined : Math.max(0, finishedMs + watchMs - clock()),
      ends: (end) =>
        void (
          isUncertain
            ? this.#settle(operation, { position, end, finishedMs })
            : this.#verify(operation, end)
        ).catch(onBug),
    })
  }

  /** The effect of an uncertain step was seen: it happened, and what was to follow may. */
  async #settle(
    { id }: StoredOperation,
    { position, end, finishedMs }: { position: number; end: End; finishedMs: number },
  ) {
    const { ledger, clock } = this.#options
    // Absence settles nothing: the effect may come late, or be somebody else's to judge.
    if (end !== 'seen') return
    const operation = await ledger.record(id, position, { from: 'uncertain', to: 'succeeded' })
    const next = operation.steps.findIndex(({ state }) => state === 'pending')
    if (next < 0) return this.#verify(operation, 'seen')
    if (clock() - finishedMs <= goesOnWithinMs) return this.#goOn(operation)
    const reply = noReply('TOO_LATE')
    await ledger.record(id, next, { from: 'pending', to: 'refused', reply })
  }

  async #verify(operation: StoredOperation, end: End) {
    const { repository, changed, gone } = this.#options
    const verification = verificationOf(operation, end)
    const verified = await repository.verify(operation.id, verification)
    await changed(verified)
    if (operation.kind === 'delete' && end === 'seen') await gone(verified)
  }
}

function verificationOf(operation: StoredOperation, end: End): Verification {
  if (end === 'not-seen') return 'contradicted'
  return end === 'seen' && !isBeyondReading(operation) ? 'verified' : 'unverifiable'
}
