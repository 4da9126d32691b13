import type { Step } from '@wheelhouse/contract'
import { setTimeout as wait } from 'node:timers/promises'
import type { OperationRepository } from '../record/repository.ts'
import type { Move } from '../record/move.ts'
import { StepMoved } from '../record/step-moves.ts'
import { noReply } from './step-end.ts'
import type { StoredOperation } from '../record/stored-operation.ts'

interface Options {
  repository: OperationRepository
  clock: () => number
  changed: (operation: StoredOperation) => Promise<void>
  onBug: (error: unknown) => void
}

/** Writes down what is about to happen and what came of it, also where the database is out of order. */
export class Ledger {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /**
   * Makes durable that a step is about to be sent. False where that could not be: then it is not sent,
   * and is refused as soon as that can be written.
   */
  async writeAhead(id: string, position: number, request?: Step['request']): Promise<boolean> {
    const { repository, clock, onBug } = this.#options
    try {
      await this.#tell(
        await repository.moveStep(
          id,
          position,
          { from: 'pending', to: 'running', ...(request && { request }) },
          clock(),
        ),
      )
      return true
    } catch (error) {
      onBug(error)
      const reply = noReply('NOT_SENT')
      await this.record(id, position, { from: 'pending', to: 'refused', reply })
      return false
    }
  }

  /**
   * Writes down what became of a step, however long the database takes to take it (DECISIONS 14); the
   * call is never repeated. Throws `StepMoved` where somebody else has decided about it meanwhile.
   */
  async record(id: string, position: number, move: Move): Promise<StoredOperation> {
    const { repository, clock } = this.#options
    return this.insist(async () => {
      const operation = await repository.moveStep(id, position, move, clock())
      await this.#tell(operation)
      return operation
    })
  }

  /** Tries again until the database takes it. Throws `StepMoved` as `record` does. */
  async insist<T>(write: () => Promise<T>): Promise<T> {
    for (let pauseMs = 500; ; pauseMs = Math.min(2 * pauseMs, 10_000)) {
      try {
        return await write()
      } catch (error) {
        if (error instanceof StepMoved) throw error
        this.#options.onBug(error)
        await wait(pauseMs, undefined, { ref: false })
      }
    }
  }

  /** What is written is written, whether or not those who care can be told. */
  async #tell(operation: StoredOperation) {
    await this.#options.changed(operation).catch(this.#options.onBug)
  }
}
