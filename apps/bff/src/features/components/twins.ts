import { EventEmitter } from 'node:events'
import type { Component } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import type { ObservationStore } from '../observations/store.ts'
import { IdsByKey } from './ids-by-key.ts'
import type { Inventory } from './inventory.ts'

type Twin = NonNullable<Component['twin']>

interface Options {
  inventory: Inventory
  observations: ObservationStore
}

/**
 * Another component of the same identity, or this one under a former name, that was last seen running:
 * two copies of one would write everything twice (DECISIONS 20). Those that run are kept by identity, so
 * that a list of ten thousand costs no more than its rows.
 */
export class Twins {
  readonly #options: Options
  /** The ids that were last seen running, former names' among them, by identity. */
  readonly #running = new IdsByKey()
  readonly #announcer = new EventEmitter<{ changed: [ids: readonly string[]] }>()

  constructor(options: Options) {
    this.#options = options
    options.observations.onChange((id) => this.#look(id))
    options.inventory.onUntracked((tracked, former) => {
      const identity = options.inventory.identityOf(tracked)
      for (const { id } of [tracked, ...former]) this.#set(identity, { id, runs: false })
    })
  }

  of(id: string): Twin | null {
    const { inventory, observations } = this.#options
    const tracked = inventory.get(id)
    for (const other of this.#running.of(inventory.identityIn(id))) {
      const { name, component } = this.#bearer(other)
      // A component that was migrated back is no twin of itself.
      if (other === id || name === undefined || name === tracked.name) continue
      const seenAtMs = observations.get(other).reading?.observedAtMs ?? 0
      return { name, component, seenAt: iso(seenAtMs) }
    }
    return null
  }

  /** Calls back with the components whose twin may be another one from now on. */
  onChange(listener: (ids: readonly string[]) => void) {
    this.#announcer.on('changed', listener)
  }

  #bearer(id: string): { name: string | undefined; component: string | null } {
    const { inventory } = this.#options
    if (inventory.has(id)) return { name: inventory.get(id).name, component: id }
    return { name: inventory.formerNames.get(id)?.name, component: null }
  }

  #look(id: string) {
    const { inventory, observations } = this.#options
    const owner = inventory.has(id) ? id : inventory.formerNames.ownerOf(id)
    if (owner === undefined || !inventory.has(owner)) return
    const { reading, failure } = observations.get(id)
    // What CM no longer knows does not run; what it is silent about may.
    const runs = reading?.active === true && failure?.code !== 'REJECTED'
    this.#set(inventory.identityIn(owner), { id, runs })
  }

  #set(identity: string, { id, runs }: { id: string; runs: boolean }) {
    if (this.#running.has(identity, id) === runs) return
    if (runs) this.#running.add(identity, id)
    else this.#running.delete(identity, id)
    const others = this.#options.inventory.bearersOf(identity)
    if (others.length > 1 || !this.#options.inventory.has(id))
      this.#announcer.emit('changed', others)
  }
}
