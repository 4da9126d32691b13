import type { Checker } from './checker.ts'
import type { Connector } from './connector.ts'
import type { Machine } from './host.ts'
import { createPast, type Past } from './past.ts'
import type { Writer } from './writer.ts'

/** Everything that the simulated CM looks after, by name; a checker's name is its `task.id`. */
export interface World {
  hosts: Map<string, Machine>
  writers: Map<string, Writer>
  connectors: Map<string, Connector>
  checkers: Map<string, Checker>
  past: Past
  /** The last sequence that a migration gave to each identity: no name comes twice. */
  lastSequences: Map<string, number>
}

interface Inhabitants {
  hosts?: readonly Machine[]
  writers?: readonly Writer[]
  connectors?: readonly Connector[]
  checkers?: readonly Checker[]
}

export function createWorld(inhabitants: Inhabitants = {}): World {
  const { hosts = [], writers = [], connectors = [], checkers = [] } = inhabitants
  return {
    hosts: new Map(hosts.map((host) => [host.name, host])),
    writers: new Map(writers.map((writer) => [writer.name, writer])),
    connectors: new Map(connectors.map((connector) => [connector.name, connector])),
    checkers: new Map(checkers.map((checker) => [checker.taskId, checker])),
    past: createPast(),
    lastSequences: new Map(),
  }
}

/** Puts a writer where the one of its name was, who is remembered for stale reads. */
export function putWriter(world: World, writer: Writer, nowMs: number): void {
  world.past.note(writer.name, world.writers.get(writer.name), nowMs)
  world.writers.set(writer.name, writer)
}

export function removeWriter(world: World, name: string, nowMs: number): void {
  world.past.note(name, world.writers.get(name), nowMs)
  world.writers.delete(name)
}

/** A host that the world does not know is not known to be down. */
export const isDown = ({ hosts }: World, host: string): boolean => hosts.get(host)?.up === false
