import type { CmEndpoint } from './cm-endpoint.ts'
import { connectorScopes, type ConnectorScope } from './connector-config.ts'
import { migrateConnector } from './connector-migration.ts'
import {
  configuredCheckpoint,
  startedConnector,
  stoppedConnector,
  type Connector,
} from './connector.ts'
import { accept, agentIsSilent, refuse, repeated, type Decision, type Order } from './decision.ts'
import { valueOf, valuesIn } from './form.ts'
import type { Simulation } from './simulation.ts'
import { isDown } from './world.ts'

/** The Light-Connector chapter of the vendor's page (cm-api.md §1.2, rows 1 to 4). */
export function connectorEndpoints(simulation: Simulation): CmEndpoint[] {
  const endpoint = (
    { method, verb, parameters }: { verb: string } & Pick<CmEndpoint, 'method' | 'parameters'>,
    decide: (simulation: Simulation, connector: Connector, order: Order) => Decision,
  ): CmEndpoint => ({
    method,
    path: `/connector/task/${verb}`,
    parameters,
    naming: 'taskName',
    component: 'connector',
    decide: (order) => {
      const { world, variants } = simulation
      const connector = world.connectors.get(order.name)
      if (connector === undefined) return refuse(`connector ${order.name} does not exist`)
      if (isDown(world, connector.host.name)) return agentIsSilent(variants)
      return decide(simulation, connector, order)
    },
  })
  return [
    endpoint({ method: 'POST', verb: 'startByName', parameters: 'query' }, start),
    endpoint({ method: 'POST', verb: 'stopByName', parameters: 'query' }, stop),
    endpoint({ method: 'POST', verb: 'updateByName', parameters: 'form' }, update),
    endpoint({ method: 'GET', verb: 'migrate', parameters: 'query' }, migrateConnector),
  ]
}

/** With `resume=false` at the configured checkpoint, as after a rewind; otherwise where it stood. */
function start(simulation: Simulation, connector: Connector, { params }: Order): Decision {
  if (connector.active) {
    return repeated(simulation.variants, `connector ${connector.name} is already running`)
  }
  const isResumed = valueOf(params, 'resume') !== 'false'
  const from = isResumed ? undefined : configuredCheckpoint(connector)
  if (!isResumed && from === undefined) return refuse('source.checkpoint cannot be read')
  return accept('started', (nowMs) =>
    change(simulation, connector.name, (current) => startedConnector(current, { from, nowMs })),
  )
}

function stop(simulation: Simulation, connector: Connector): Decision {
  const { statusAfterStop, stopTakesMs } = simulation.variants
  if (!connector.active && connector.status !== 'running') {
    return repeated(simulation.variants, `connector ${connector.name} is already stopped`)
  }
  return accept(
    'stopped',
    (nowMs) =>
      change(simulation, connector.name, (current) =>
        stoppedConnector(current, statusAfterStop, nowMs),
      ),
    { takesMs: stopTakesMs },
  )
}

function update(simulation: Simulation, connector: Connector, { params }: Order): Decision {
  if (connector.active) return refuse(`connector ${connector.name} is running, stop it first`)
  const keys = Object.fromEntries(
    connectorScopes.map((scope) => [scope, valuesIn(params, scope)]),
  ) as Record<ConnectorScope, Map<string, string>> // its entries are just made so
  if (connectorScopes.every((scope) => keys[scope].size === 0)) {
    return refuse('source.<key>, dest.<key> or coordinator.<key> is required')
  }
  return accept('updated', () =>
    change(simulation, connector.name, (current) => ({
      ...current,
      config: {
        source: new Map([...current.config.source, ...keys.source]),
        dest: new Map([...current.config.dest, ...keys.dest]),
        coordinator: new Map([...current.config.coordinator, ...keys.coordinator]),
      },
    })),
  )
}

/** Changes the connector as it is by then; one that has gone since is left alone. */
function change(
  { world }: Simulation,
  name: string,
  to: (connector: Connector) => Connector,
): void {
  const connector = world.connectors.get(name)
  if (connector !== undefined) world.connectors.set(name, to(connector))
}
