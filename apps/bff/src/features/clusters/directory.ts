import { EventEmitter } from 'node:events'
import type { Cluster, ProtectionLevel } from '@wheelhouse/contract'
import type { ClusterConfig } from '../../config/config.ts'
import { Problem } from '../../http/problem.ts'
import type { Inventory } from '../components/inventory.ts'
import type { PollerHealth } from '../observations/poller.ts'
import { Reachability } from '../observations/reachability.ts'
import { visibleOf } from './visible.ts'

/** What of a cluster changed: whether its CM answers, what was set for it, or how reading it goes. */
export type ClusterChange = 'reachability' | 'settings' | 'health'

/** How reading goes is told at most this often. */
const healthEveryMs = 5_000

interface Options {
  inventory: Inventory
  protectionOf: (cluster: string) => ProtectionLevel
  readOnlyBy: (cluster: string) => Cluster['readOnlyBy']
  clock: () => number
  steady: () => number
}

type Announcer = EventEmitter<{ changed: [id: string, what: ClusterChange] }>

/** The configured clusters, whether their CMs answer, and how reading them goes. */
export class ClusterDirectory {
  readonly #configured: ReadonlyMap<string, ClusterConfig>
  readonly #options: Options
  readonly #reachability: ReadonlyMap<string, Reachability>
  readonly #announcer: Announcer = new EventEmitter()
  readonly #looking: NodeJS.Timeout
  /** What was told last of each, as far as it is seen. */
  readonly #told = new Map<string, string>()
  #healthOf: (id: string) => PollerHealth | undefined = () => undefined
  #counts: ReadonlyMap<string, number> | undefined

  constructor(configured: readonly ClusterConfig[], options: Options) {
    this.#configured = new Map(configured.map((cluster) => [cluster.id, cluster]))
    this.#options = options
    this.#reachability = new Map(
      configured.map(({ id }) => [
        id,
        new Reachability(options, () => this.announce(id, 'reachability')),
      ]),
    )
    const countAnew = () => (this.#counts = undefined)
    options.inventory.onTracked(countAnew)
    options.inventory.onUntracked(countAnew)
    this.#looking = setInterval(() => this.#look(), healthEveryMs)
    this.#looking.unref()
  }

  /** Where it is asked how the reading of a cluster goes. */
  healthFrom(healthOf: (id: string) => PollerHealth | undefined) {
    this.#healthOf = healthOf
  }

  stop() {
    clearInterval(this.#looking)
  }

  has(id: string): boolean {
    return this.#configured.has(id)
  }

  /** Where its components and their addresses may lead. */
  boundsOf(id: string): Pick<ClusterConfig, 'hosts' | 'addressHosts'> {
    return this.#configured.get(id) ?? { hosts: [], addressHosts: [] }
  }

  reachabilityOf(id: string): Reachability {
    const reachability = this.#reachability.get(id)
    if (!reachability) throw new Problem('NOT_FOUND', `no cluster has the id ${id}`)
    return reachability
  }

  get(id: string): Cluster {
    const configured = this.#configured.get(id)
    if (!configured) throw new Problem('NOT_FOUND', `no cluster has the id ${id}`)
    const { name, writerRewind, callsPerSecond, inFlight } = configured
    const readOnlyBy = this.#options.readOnlyBy(id)
    return {
      id,
      name: name ?? id,
      readOnly: readOnlyBy !== null,
      readOnlyBy,
      writerRewind,
      ...this.reachabilityOf(id).state,
      components: this.#componentsOf(id),
      dialects: ['classic'],
      protection: this.#options.protectionOf(id),
      ...(this.#healthOf(id) ?? { ...noHealth, callsPerSecond, inFlight, mostInFlight: inFlight }),
    }
  }

  all(): Cluster[] {
    return [...this.#configured.keys()].map((id) => this.get(id))
  }

  /** Calls back when a cluster changed: at once, and about its health at most every five seconds. */
  onChange(listener: (id: string, what: ClusterChange) => void) {
    this.#announcer.on('changed', listener)
  }

  announce(id: string, what: ClusterChange) {
    if (!this.has(id)) return
    this.#told.set(id, visibleOf(this.get(id)))
    this.#announcer.emit('changed', id, what)
  }

  #look() {
    for (const cluster of this.all())
      if (this.#told.get(cluster.id) !== visibleOf(cluster)) this.announce(cluster.id, 'health')
  }

  #componentsOf(id: string): number {
    if (!this.#counts) {
      const counts = new Map<string, number>()
      for (const { cluster } of this.#options.inventory.all())
        counts.set(cluster, (counts.get(cluster) ?? 0) + 1)
      this.#counts = counts
    }
    return this.#counts.get(id) ?? 0
  }
}

/** Before its poller is there. */
const noHealth = {
  latencyMs: null,
  breaker: 'closed',
  roundSeconds: null,
  quarantined: 0,
  clock: null,
} as const
