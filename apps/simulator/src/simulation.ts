import { createAgenda, type Agenda } from './agenda.ts'
import type { Call } from './calls.ts'
import type { Clock } from './clock.ts'
import type { Effect } from './effects.ts'
import { createFaultList, type FaultList } from './faults.ts'
import { createLog, type Log } from './log.ts'
import type { Port } from './port.ts'
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
  readonly agenda: Agenda
  readonly calls: Log<Call>
  readonly effects: Log<Effect>
  callCount: number
  scenario: ScenarioName
  seed: number
  world: World
  variants: Variants
  /** Added to every reply of CM. */
  latencyMs: number
  /** Where CM listens; the app that listens puts it here. */
  port: Pick<Port, 'shut' | 'open'>
}

export function createSimulation(clock: Clock, beginning: Beginning): Simulation {
  return {
    beginning,
    clock,
    faults: createFaultList(),
    agenda: createAgenda(),
    calls: createLog(),
    effects: createLog(),
    callCount: 0,
    ...beginning,
    world: scenarios[beginning.scenario](beginning.seed, clock.nowMs()),
    variants: { ...defaultVariants },
    latencyMs: 0,
    port: { shut: () => undefined, open: () => Promise.resolve() },
  }
}

/** Forgets all that has happened, the moved clock included. */
export async function restart(simulation: Simulation, beginning: Beginning): Promise<void> {
  const { scenario, seed } = beginning
  await simulation.port.open()
  simulation.clock.reset()
  for (const kept of ['faults', 'agenda', 'calls', 'effects'] as const) simulation[kept].clear()
  Object.assign(simulation, {
    callCount: 0,
    scenario,
    seed,
    world: scenarios[scenario](seed, simulation.clock.nowMs()),
    variants: { ...defaultVariants },
    latencyMs: 0,
  } satisfies Partial<Simulation>)
}
