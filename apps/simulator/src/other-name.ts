import type { CmEndpoint } from './cm-endpoint.ts'
import type { Simulation } from './simulation.ts'

const unrelatedName = '10.255.255.254-9000:p_unrelated000_source-000-0:0000000001'

/** A migration's new name and one that it could be confused with: that of another component. */
export function otherNameThan(
  { world }: Simulation,
  { component }: CmEndpoint,
  right: string,
): { right: string; wrong: string } {
  const names = component === 'writer' ? world.writers.keys() : world.connectors.keys()
  return { right, wrong: [...names].find((name) => name !== right) ?? unrelatedName }
}
