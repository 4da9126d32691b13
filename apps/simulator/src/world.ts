import type { Host } from './host.ts'
import type { Writer } from './writer.ts'

/** Everything that the simulated CM looks after. */
export interface World {
  hosts: Map<string, Host>
  writers: Map<string, Writer>
}

export function createWorld(hosts: readonly Host[], writers: readonly Writer[]): World {
  return {
    hosts: new Map(hosts.map((host) => [host.name, host])),
    writers: new Map(writers.map((writer) => [writer.name, writer])),
  }
}
