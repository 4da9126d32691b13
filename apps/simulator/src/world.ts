import type { Writer } from './writer.ts'

/** A machine that components run on, named by its address. */
export interface Host {
  name: string
  /** The region code, `cm_location` (cm-api.md §1.4). */
  location: string
}

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

/** The host part of `<ip>-<agentPort>:<identity>:<sequence>` (cm-api.md §3). */
export const hostOf = (name: string): string | undefined => /^([\w.-]+)-\d{2,5}:/.exec(name)?.[1]
