import { createAgenda, type Agenda } from './agenda.ts'
import { createCallList, type CallList } from './calls.ts'
import type { Clock } from './clock.ts'
import type { Effect } from './effects.ts'
import { createFaultList, type FaultList } from './faults.ts'
import { createLoadGauge, type LoadGauge } from './load.ts'
import { createLog, type Log } from './log.ts'
import type { Port } from './port.ts'
import { scenarios, type ScenarioName } from './scenarios.ts'
import { createStir, type Stir } from './stir.ts'
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
  readonly stir: Stir
  readonly calls: CallList
  readonly load: LoadGauge
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
    stir: createStir(),
    calls: createCallList(),
    load: createLoadGauge(),
    effects: createLog(),
    callCount: 0,
    ...beginning,
    world: scenarios[beginning.scenario](beginning.seed, clock.nowMs()),
    variants: { ...defaultVariants },
    latencyMs: 0,
    port: { shut: () => undefined, open: () => Promise.resolve() },
  }
}

/** Brings the world up to now. Whoever looks at it calls this first. */
export function settle(simulation: Simulation, nowMs: number): void {
  simulation.agenda.settle(nowMs)
  simulation.stir.settle(simulation, nowMs)
}

/** Forgets all that has happened, the moved clock included. */
export async function restart(simulation: Simulation, beginning: Beginning): Promise<void> {
  const { scenario, seed } = beginning
  await simulation.port.open()
  simulation.clock.reset()
  for (const kept of ['faults', 'agenda', 'stir', 'calls', 'effects'] as const)
    simulation[kept].clear()
  simulation.load.reset()
  Object.assign(simulation, {
    callCount: 0,
    scenario,
    seed,
    world: scenarios[scenario](seed, simulation.clock.nowMs()),
    variants: { ...defaultVariants },
    latencyMs: 0,
  } satisfies Partial<Simulation>)
}
