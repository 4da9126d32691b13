import type { Component } from '../../packages/contract/src/index.ts'
import type { City } from './cities.ts'

/** The components that something has happened to before anybody looks at the demo, by their ids. */
export interface Cast {
  /** Its stop got lost on the way. */
  stuck: Component
  /** It was to be started, and its host is dead. */
  lost: Component
  tuned: Component
  restarted: Component
  stopped: Component
  falling: Component
  catchingUp: Component
  stalled: Component
  busy: Component
  connector: Component
}

/** Picks them by what the simulators know of them, so that a part goes to whom it fits. */
export async function castOf(
  cities: readonly City[],
  components: readonly Component[],
): Promise<Cast> {
  const worlds = await Promise.all(
    cities.map(async ({ id, simulator }) => ({ id, world: await simulator.world() })),
  )
  const writers = worlds.flatMap(({ id, world }) =>
    world.writers.map((writer) => ({ ...writer, cluster: id })),
  )
  const connectors = worlds.flatMap(({ id, world }) =>
    world.connectors.map((connector) => ({ ...connector, cluster: id })),
  )
  const named = ({ cluster, name }: { cluster: string; name: string }): Component => {
    const found = components.find((one) => one.cluster === cluster && one.name === name)
    if (!found) throw new Error(`the demo does not track ${name}`)
    return found
  }
  type Writer = (typeof writers)[number]
  const taken = new Set<Writer>()
  const pick = (claim: (writer: Writer) => boolean): Component => {
    const found = writers.find((writer) => !taken.has(writer) && claim(writer))
    if (!found) throw new Error('nobody in the demo fits a part')
    taken.add(found)
    return named(found)
  }
  const isWell = ({ active, lagSeconds, rate, cluster }: Writer) =>
    cluster === 'hangzhou' && active && rate > 1 && lagSeconds >= 0 && lagSeconds < 60
  const running = connectors.find((connector) => connector.running)
  if (!running) throw new Error('no connector of the demo runs')
  return {
    stuck: pick(isWell),
    tuned: pick(isWell),
    restarted: pick(isWell),
    stopped: pick(isWell),
    lost: pick(
      ({ active, status, cluster }) => cluster === 'shanghai' && !active && status === 'running',
    ),
    falling: pick(({ active, rate }) => active && rate > 0 && rate < 1),
    catchingUp: pick(({ active, rate, lagSeconds }) => active && rate > 1 && lagSeconds > 3600),
    stalled: pick(({ active, rate }) => active && rate === 0),
    busy: pick(({ active, floorLagSeconds }) => active && floorLagSeconds === 12),
    connector: named(running),
  }
}
