import type { ConfigInput } from '../../apps/bff/src/config/config.ts'
import { launchSimulator, type Simulator } from '../../apps/simulator/src/launch.ts'

/** A Cluster Manager of the demo: a simulator, and how it is configured. */
export interface City {
  id: string
  name: string
  /** In one of them everything can be tried, a writer's rewind too; the other says why it can't be. */
  writerRewind: boolean
  simulator: Simulator
}

/** Starts the simulators of the demo's two clusters, which end with this process. */
export async function launchCities(): Promise<City[]> {
  const [hangzhou, shanghai] = await Promise.all([
    launchSimulator({ scenario: 'demo-hangzhou' }),
    launchSimulator({ scenario: 'demo-shanghai' }),
  ])
  return [
    { id: 'hangzhou', name: 'Hangzhou', writerRewind: true, simulator: hangzhou },
    { id: 'shanghai', name: 'Shanghai', writerRewind: false, simulator: shanghai },
  ]
}

/** The clusters of the demo, and everything in them by its name. */
export async function configOf(cities: readonly City[]): Promise<ConfigInput> {
  const inventories = cities.map(async ({ id: cluster, simulator }) => {
    const { writers, connectors, checkers } = await simulator.world()
    return [
      { cluster, kind: 'writer' as const, names: writers.map(({ name }) => name) },
      { cluster, kind: 'connector' as const, names: connectors.map(({ name }) => name) },
      { cluster, kind: 'checker' as const, names: checkers.map(({ taskId }) => taskId) },
    ]
  })
  return {
    clusters: cities.map(({ id, name, writerRewind, simulator }) => ({
      id,
      name,
      writerRewind,
      url: simulator.url,
    })),
    inventory: (await Promise.all(inventories)).flat(),
  }
}
