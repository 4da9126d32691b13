import { createCallRecord, type CallRecord } from './calls.ts'
import type { Clock } from './clock.ts'
import { createFaultList, type FaultList } from './faults.ts'
import { scenarios, type ScenarioName } from './scenarios.ts'
import { defaultVariants, type Variants } from './variants.ts'
import type { World } from './world.ts'

/** How a simulation begins. */
export interface Beginning {
  scenario: ScenarioName
  seed: number
}

/** Everything that changes while the simulator runs. */
export interface Simulation {
  readonly beginning: Readonly<Beginning>
  readonly clock: Clock
  readonly faults: FaultList
  readonly calls: CallRecord
  scenario: ScenarioName
  seed: number
  world: World
  variants: Variants
  /** Added to every reply of CM. */
  latencyMs: number
}

export function createSimulation(clock: Clock, beginning: Beginning): Simulation {
  return {
    beginning,
    clock,
    faults: createFaultList(),
    calls: createCallRecord(),
    ...beginning,
    world: scenarios[beginning.scenario](beginning.seed, clock.nowMs()),
    variants: { ...defaultVariants },
    latencyMs: 0,
  }
}

/** Forgets all that has happened, the moved clock included. */
export function restart(simulation: Simulation, { scenario, seed }: Beginning): void {
  simulation.clock.reset()
  simulation.faults.clear()
  simulation.calls.clear()
  Object.assign(simulation, {
    scenario,
    seed,
    world: scenarios[scenario](seed, simulation.clock.nowMs()),
    variants: { ...defaultVariants },
    latencyMs: 0,
  } satisfies Partial<Simulation>)
}
