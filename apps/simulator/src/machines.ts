import { connectorTakenDown, connectorTakenUp } from './connector.ts'
import type { Simulation } from './simulation.ts'
import { putWriter } from './world.ts'
import { changedWriter, writerTakenDown } from './writer.ts'

/** A host goes down: its processes are gone, and CM's words about them stay as they are. */
export function takeDown({ world }: Simulation, host: string, nowMs: number): void {
  setUp(world.hosts, host, false)
  for (const writer of world.writers.values()) {
    if (writer.host.name === host && writer.active) {
      putWriter(world, writerTakenDown(writer, nowMs), nowMs)
    }
  }
  for (const connector of world.connectors.values()) {
    if (connector.host.name === host && connector.active) {
      world.connectors.set(connector.name, connectorTakenDown(connector, nowMs))
    }
  }
}

/** A host is back and, as a variant, what ran there: migrated since or not, so that twins arise. */
export function takeUp({ world, variants }: Simulation, host: string, nowMs: number): void {
  setUp(world.hosts, host, true)
  if (!variants.comesBack) return
  for (const writer of world.writers.values()) {
    if (writer.host.name === host && writer.revives) {
      putWriter(world, { ...changedWriter(writer, { active: true }, nowMs), stale: false }, nowMs)
    }
  }
  for (const connector of world.connectors.values()) {
    if (connector.host.name === host && connector.revives) {
      world.connectors.set(connector.name, connectorTakenUp(connector, nowMs))
    }
  }
}

function setUp(hosts: Simulation['world']['hosts'], name: string, up: boolean): void {
  const host = hosts.get(name)
  if (host !== undefined) hosts.set(name, { ...host, up })
}
