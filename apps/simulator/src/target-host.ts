import { refuse, type Decision } from './decision.ts'
import { valueOf, type Params } from './form.ts'
import type { Machine } from './host.ts'
import type { World } from './world.ts'

/** The host in `node` that a migration leads to, or why it cannot lead there (cm-api.md §1.8). */
export function targetHost(world: World, params: Params): Machine | { refused: Decision } {
  const node = valueOf(params, 'node')
  if (node === undefined) return { refused: refuse('node is required') }
  const host = world.hosts.get(node)
  if (host === undefined) {
    return { refused: refuse('No available machine in current region.', 'CM-RESONF000002') }
  }
  return host.up
    ? host
    : { refused: refuse('No alive hosts in current region.', 'CM-RESONF000001') }
}
