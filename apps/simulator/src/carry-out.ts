import type { Call } from './calls.ts'
import { endpointKey, type CmEndpoint } from './cm-endpoint.ts'
import type { Migrated, PlannedEffect } from './decision.ts'
import type { Simulation } from './simulation.ts'

/** Where an effect comes from. */
interface Cause {
  call: Call
  endpoint: CmEndpoint
  name: string
}

/** Changes the world as planned, now or when it is due, and keeps a record of it. */
export function carryOut(
  simulation: Simulation,
  { call, endpoint, name }: Cause,
  { effect, atMs }: { effect: PlannedEffect | undefined; atMs: number },
): Migrated | undefined {
  if (effect === undefined) return undefined
  const { kind, takesMs = 0 } = effect
  const happen = (at: number): Migrated | undefined => {
    const migrated = effect.carryOut(at) ?? undefined
    simulation.effects.add({
      at,
      call: call.n,
      endpoint: endpointKey(endpoint),
      kind,
      component: endpoint.component,
      name,
      ...(migrated !== undefined && { newName: migrated.newName }),
    })
    return migrated
  }
  call.effect = kind
  if (takesMs === 0) return happen(atMs)
  simulation.agenda.add(atMs + takesMs, happen)
  return undefined
}
