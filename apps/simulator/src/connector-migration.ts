import { stoppedConnector, type Connector } from './connector.ts'
import { refuse, type Decision, type Migrated, type Order } from './decision.ts'
import type { Host } from './host.ts'
import { newNameOf, takeName } from './new-name.ts'
import type { Simulation } from './simulation.ts'
import { targetHost } from './target-host.ts'
import type { Variants } from './variants.ts'

/**
 * `/connector/task/migrate` (cm-api.md §1.2, row 4), a GET that changes the world: the connector
 * gets a new name on another host and waits there to be started.
 */
export function migrateConnector(
  simulation: Simulation,
  connector: Connector,
  { params }: Order,
): Decision {
  const { world, variants } = simulation
  if (connector.active) return refuse(`connector ${connector.name} is running, stop it first`)
  const host = targetHost(world, params)
  if ('refused' in host) return host.refused
  const migrated = () => connectorOn(simulation, connector, host)
  return {
    ...sayMigrated(variants, migrated().name),
    effect: {
      kind: 'migrated',
      carryOut: () => {
        const moved = migrated()
        // No documented call reads a connector, so there is no old name to be stale.
        world.connectors.delete(connector.name)
        takeName(world, moved.name)
        world.connectors.set(moved.name, moved)
        return sayMigrated(variants, moved.name)
      },
    },
  }
}

function connectorOn({ world, variants }: Simulation, connector: Connector, host: Host): Connector {
  const name = newNameOf(world, {
    name: connector.name,
    host: host.name,
    sequence: variants.sequence,
  })
  return {
    ...stoppedConnector(connector, variants.statusAfterStop, connector.anchorMs),
    name,
    host: { name: host.name, location: host.location },
    config: {
      ...connector.config,
      coordinator: new Map([...connector.config.coordinator, ['taskName', name]]),
    },
  }
}

/** The vendor says only that the name stands in the reply. */
function sayMigrated({ connectorName }: Variants, newName: string): Migrated {
  const says = {
    result: { result: newName },
    connector: { connector: newName },
    taskName: { taskName: newName },
    'task-object': { task: { name: newName } },
    message: { message: `The new connector ${newName} is ready to be started` },
  } satisfies Record<Variants['connectorName'], object>
  return { newName, reply: { ...says[connectorName], isSuccess: true } }
}
