import { hostOf, type Machine } from '../host.ts'
import type { World } from '../world.ts'
import { ControlError } from './control-error.ts'

interface Named {
  name: string
  host?: string | undefined
  location?: string | undefined
}

/** The host of a new component: the one that is named, else the one that its name begins with. */
export function placeFor(world: World, { name, host, location = '100' }: Named): Machine {
  const hostName = host ?? hostOf(name)
  if (hostName === undefined) {
    throw new ControlError(400, 'host', 'is required where the name does not begin with one')
  }
  const known = world.hosts.get(hostName) ?? { name: hostName, location, up: true }
  world.hosts.set(known.name, known)
  return known
}
