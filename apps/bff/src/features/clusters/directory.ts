import { EventEmitter } from 'node:events'
import type { Cluster } from '@wheelhouse/contract'
import type { ClusterConfig } from '../../config.ts'
import { Problem } from '../../problem.ts'
import type { Inventory } from '../components/inventory.ts'
import { Reachability } from '../observations/reachability.ts'

interface Options {
  inventory: Inventory
  clock: () => number
  steady: () => number
}

/** The configured clusters, and whether their CMs answer. */
export class ClusterDirectory {
  readonly #configured: readonly ClusterConfig[]
  readonly #inventory: Inventory
  readonly #reachability: ReadonlyMap<string, Reachability>
  readonly #announcer = new EventEmitter<{ changed: [id: string] }>()

  constructor(configured: readonly ClusterConfig[], { inventory, ...clocks }: Options) {
    this.#configured = configured
    this.#inventory = inventory
    this.#reachability = new Map(
      configured.map(({ id }) => [
        id,
        new Reachability(clocks, () => this.#announcer.emit('changed', id)),
      ]),
    )
  }

  has(id: string): boolean {
    return this.#reachability.has(id)
  }

  reachabilityOf(id: string): Reachability {
    const reachability = this.#reachability.get(id)
    if (!reachability) throw new Problem('NOT_FOUND', `no cluster has the id ${id}`)
    return reachability
  }

  get(id: string): Cluster {
    const found = this.all().find((cluster) => cluster.id === id)
    if (!found) throw new Problem('NOT_FOUND', `no cluster has the id ${id}`)
    return found
  }

  all(): Cluster[] {
    const counts = new Map<string, number>()
    for (const { cluster } of this.#inventory.all())
      counts.set(cluster, (counts.get(cluster) ?? 0) + 1)
    return this.#configured.map(({ id, name, readOnly, writerRewind }) => ({
      id,
      name: name ?? id,
      readOnly,
      writerRewind,
      ...this.reachabilityOf(id).state,
      components: counts.get(id) ?? 0,
    }))
  }

  /** Calls back when a CM begins or ceases to answer. */
  onChange(listener: (id: string) => void) {
    this.#announcer.on('changed', listener)
  }
}
