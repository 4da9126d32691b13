import { checkpointAt, type Course } from './course.ts'
import { connectorConfig, type ConnectorConfig, type ConnectorScope } from './connector-config.ts'
import type { Host } from './host.ts'

/** A Light-Connector. No documented call reads one: only its control routes show it. */
export interface Connector extends Course {
  name: string
  host: Host
  /** The word that CM keeps; it stays when the host goes down. */
  status: string
  /** Its host took it down, and takes it up again. */
  revives: boolean
  /** Whether its last start went on where it stood; `null` before there was one. */
  resumed: boolean | null
  config: ConnectorConfig
}

export interface ConnectorFacts {
  name: string
  host: Host
  nowMs: number
  running?: boolean
  /** The saved position, epoch seconds. */
  checkpoint?: number
  config?: Readonly<Partial<Record<ConnectorScope, Readonly<Record<string, string>>>>>
}

const usualLagSeconds = 2

export function createConnector(facts: ConnectorFacts): Connector {
  const { name, host, nowMs, running = true } = facts
  const checkpointSeconds = facts.checkpoint ?? Math.floor(nowMs / 1000) - usualLagSeconds
  return {
    name,
    host,
    status: running ? 'running' : 'stopped',
    active: running,
    revives: false,
    resumed: null,
    rate: 4,
    floorLagSeconds: usualLagSeconds,
    swing: null,
    anchorMs: nowMs,
    checkpointSeconds,
    config: connectorConfig(name, { checkpointSeconds, overrides: facts.config ?? {} }),
  }
}

/** Without a position, it goes on where it stood. */
export function startedConnector(
  connector: Connector,
  { from, nowMs }: { from?: number | undefined; nowMs: number },
): Connector {
  const started = {
    ...movedOn(connector, nowMs),
    active: true,
    status: 'running',
    resumed: from === undefined,
    revives: false,
  }
  return from === undefined ? started : { ...started, checkpointSeconds: from }
}

export const stoppedConnector = (
  connector: Connector,
  status: string,
  nowMs: number,
): Connector => ({ ...movedOn(connector, nowMs), active: false, status, revives: false })

export const connectorTakenDown = (connector: Connector, nowMs: number): Connector => ({
  ...movedOn(connector, nowMs),
  active: false,
  revives: true,
})

export const connectorTakenUp = (connector: Connector, nowMs: number): Connector => ({
  ...movedOn(connector, nowMs),
  active: true,
  revives: false,
})

const movedOn = (connector: Connector, nowMs: number): Connector => ({
  ...connector,
  anchorMs: nowMs,
  checkpointSeconds: checkpointAt(connector, nowMs),
})

/**
 * The position in `source.checkpoint`, `{"<subtopic>":"<epoch seconds>"}` (cm-api.md §4.2);
 * `undefined` where it cannot be read.
 */
export function configuredCheckpoint({ config }: Connector): number | undefined {
  try {
    const written: unknown = JSON.parse(config.source.get('checkpoint') ?? '')
    const [seconds] = typeof written === 'object' && written !== null ? Object.values(written) : []
    return typeof seconds === 'string' && /^\d{1,12}$/.test(seconds) ? Number(seconds) : undefined
  } catch {
    return undefined
  }
}
