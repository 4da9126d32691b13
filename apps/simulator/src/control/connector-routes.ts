import type { FastifyInstance } from 'fastify'
import type { ConnectorScope } from '../connector-config.ts'
import {
  connectorTakenDown,
  createConnector,
  startedConnector,
  stoppedConnector,
  type Connector,
} from '../connector.ts'
import type { Simulation } from '../simulation.ts'
import { ControlError } from './control-error.ts'
import { placeFor } from './place.ts'
import { bodySchema, config, hostName, location, name } from './schemas.ts'
import { connectorView } from './views.ts'

interface ConnectorState {
  name: string
  running?: boolean
  /** Epoch seconds. */
  checkpoint?: number
  config?: Partial<Record<ConnectorScope, Record<string, string>>>
}

type NewConnector = ConnectorState & { host?: string; location?: string }

/** Lets a test own its connectors, and change them behind CM's back. */
export function connectorRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.post<{ Body: NewConnector }>('/connectors', { schema: creation }, ({ body }, reply) => {
    const { world, clock } = simulation
    const { host: hostName, location, ...facts } = body
    if (world.connectors.has(body.name)) {
      throw new ControlError(409, 'name', 'is taken by another connector')
    }
    const { up, ...host } = placeFor(world, { name: body.name, host: hostName, location })
    const nowMs = clock.nowMs()
    const created = createConnector({ ...facts, host, nowMs })
    const connector = created.active && !up ? connectorTakenDown(created, nowMs) : created
    world.connectors.set(connector.name, connector)
    return reply.code(201).send(connectorView(connector, nowMs))
  })

  app.patch<{ Body: ConnectorState }>('/connectors', { schema: change }, ({ body }) => {
    const nowMs = simulation.clock.nowMs()
    const changed = changedConnector(connectorNamed(simulation, body.name), body, nowMs)
    simulation.world.connectors.set(body.name, changed)
    return connectorView(changed, nowMs)
  })

  app.delete<{ Body: { name: string } }>('/connectors', { schema: removal }, ({ body }, reply) => {
    simulation.world.connectors.delete(connectorNamed(simulation, body.name).name)
    return reply.code(204).send()
  })
}

function connectorNamed({ world }: Simulation, name: string): Connector {
  const connector = world.connectors.get(name)
  if (connector === undefined) throw new ControlError(404, 'name', 'is no connector of this world')
  return connector
}

function changedConnector(
  connector: Connector,
  { running, checkpoint, config = {} }: ConnectorState,
  nowMs: number,
): Connector {
  const moved =
    running === undefined || running === connector.active
      ? connector
      : running
        ? { ...startedConnector(connector, { nowMs }), resumed: connector.resumed }
        : stoppedConnector(connector, 'stopped', nowMs)
  const merged = (scope: ConnectorScope) =>
    new Map([...connector.config[scope], ...Object.entries(config[scope] ?? {})])
  return {
    ...moved,
    ...(checkpoint !== undefined && { checkpointSeconds: checkpoint, anchorMs: nowMs }),
    config: { source: merged('source'), dest: merged('dest'), coordinator: merged('coordinator') },
  }
}

const state = {
  running: { type: 'boolean' },
  checkpoint: { type: 'number', minimum: 0, maximum: 1e12 },
  config: {
    type: 'object',
    additionalProperties: false,
    properties: { source: config, dest: config, coordinator: config },
  },
}

const creation = bodySchema(['name'], { name, host: hostName, location, ...state })

const change = bodySchema(['name'], { name, ...state })

const removal = bodySchema(['name'], { name })
