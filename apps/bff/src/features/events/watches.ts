interface Options {
  /** The cluster of a component; undefined where it is not tracked. */
  clusterOf: (component: string) => string | undefined
  /** Whom to tell what is on screens of a cluster: all of it, each time. */
  watch: (cluster: string, components: ReadonlySet<string>) => void
}

/** So long after a first change the next ones wait for each other: five hundred people scroll at once. */
const everyMs = 100

/** What is on whose screen, by the streams' own names; forgotten with the last stream of a name. */
export class Watches {
  readonly #options: Options
  readonly #streams = new Map<string, { open: number; watched: readonly string[] }>()
  /** On how many screens a component is. */
  readonly #counts = new Map<string, number>()
  #clusters = new Set<string>()
  #isTold = true

  constructor(options: Options) {
    this.#options = options
  }

  opened(name: string) {
    const stream = this.#streams.get(name)
    if (stream) stream.open += 1
    else this.#streams.set(name, { open: 1, watched: [] })
  }

  closed(name: string) {
    const stream = this.#streams.get(name)
    if (!stream) return
    stream.open -= 1
    if (stream.open > 0) return
    this.set(name, [])
    this.#streams.delete(name)
  }

  has(name: string): boolean {
    return this.#streams.has(name)
  }

  /** What the stream shows from now on, instead of what it showed. */
  set(name: string, components: readonly string[]) {
    const stream = this.#streams.get(name)
    if (!stream) return
    const watched = [...new Set(components)]
    for (const id of watched) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1)
    for (const id of stream.watched) {
      const left = (this.#counts.get(id) ?? 0) - 1
      if (left > 0) this.#counts.set(id, left)
      else this.#counts.delete(id)
    }
    stream.watched = watched
    if (this.#isTold) setTimeout(() => this.#tell(), everyMs).unref()
    this.#isTold = false
  }

  #tell() {
    this.#isTold = true
    const byCluster = new Map([...this.#clusters].map((cluster) => [cluster, new Set<string>()]))
    for (const id of this.#counts.keys()) {
      const cluster = this.#options.clusterOf(id)
      if (cluster === undefined) continue
      const watched = byCluster.get(cluster) ?? new Set()
      byCluster.set(cluster, watched.add(id))
    }
    for (const [cluster, watched] of byCluster) this.#options.watch(cluster, watched)
    this.#clusters = new Set([...byCluster].flatMap(([id, { size }]) => (size > 0 ? [id] : [])))
  }
}
