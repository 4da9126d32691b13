import type { Simulator } from '@wheelhouse/simulator'

/** What the simulator's world holds under a name now; `undefined` where there is nothing of that name. */

export async function writerIn(simulator: Simulator, name: string) {
  const { writers } = await simulator.world()
  return writers.find((writer) => writer.name === name)
}

export async function connectorIn(simulator: Simulator, name: string) {
  const { connectors } = await simulator.world()
  return connectors.find((connector) => connector.name === name)
}

/** By its `task.id`. */
export async function checkerIn(simulator: Simulator, name: string) {
  const { checkers } = await simulator.world()
  return checkers.find(({ taskId }) => taskId === name)
}
