import type { Checker } from '../checker.ts'
import type { Connector } from '../connector.ts'
import { checkpointAt } from '../course.ts'
import { livedPast } from '../lived-past.ts'
import type { Simulation } from '../simulation.ts'
import { lagOf, sampleOf, type Writer } from '../writer.ts'

/** The world as `GET /_sim/world` shows it. */
export function worldView({ scenario, seed, variants, latencyMs, world, clock }: Simulation) {
  const nowMs = clock.nowMs()
  return {
    /** Epoch milliseconds. */
    now: nowMs,
    scenario,
    seed,
    variants,
    latencyMs,
    hosts: [...world.hosts.values()],
    writers: [...world.writers.values()].map((writer) => writerView(writer, nowMs)),
    connectors: [...world.connectors.values()].map((connector) => connectorView(connector, nowMs)),
    checkers: [...world.checkers.values()].map(checkerView),
  }
}

export type SimulatedWorld = ReturnType<typeof worldView>

/** What the writers may have lived through, as `GET /_sim/past` shows it. */
export const pastsView = ({ world }: Simulation, time: { nowMs: number; hours: number }) =>
  [...world.writers.values()].map((writer) => ({
    name: writer.name,
    /** A point a minute, the oldest first: epoch seconds, lag in seconds, a word. */
    points: livedPast(writer, time),
  }))

export type SimulatedPast = ReturnType<typeof pastsView>

/** A writer as `/_sim` shows it: what CM would say, and what CM keeps to itself. */
export function writerView(writer: Writer, nowMs: number) {
  const { checkpoint, sampledAt } = sampleOf(writer, nowMs)
  const { name, host, status, active, stale, rate, floorLagSeconds, cfg } = writer
  return {
    name,
    host: host.name,
    location: host.location,
    status,
    active,
    /** It has been migrated or cleaned: CM answers reads of it, and obeys no command. */
    stale,
    /** Epoch seconds, as `sampledAt` is. */
    checkpoint,
    sampledAt,
    lagSeconds: lagOf(writer, nowMs),
    rate,
    floorLagSeconds,
    /** As CM prints it, secrets included. */
    cfg: { ...Object.fromEntries(cfg), status },
  }
}

export function connectorView(connector: Connector, nowMs: number) {
  const { name, host, active, status, resumed, config } = connector
  return {
    name,
    host: host.name,
    location: host.location,
    /** Whether its process lives. */
    running: active,
    /** The word that CM keeps. */
    status,
    /** Its saved position, epoch seconds. */
    checkpoint: Math.floor(checkpointAt(connector, nowMs)),
    /** Whether its last start went on where it stood; `null` before there was one. */
    resume: resumed,
    config: {
      source: Object.fromEntries(config.source),
      dest: Object.fromEntries(config.dest),
      coordinator: Object.fromEntries(config.coordinator),
    },
  }
}

export const checkerView = ({ taskId, type, running, resumed, config }: Checker) => ({
  taskId,
  type,
  running,
  /** The `task.resume` of its last start; `null` before there was one. */
  resume: resumed,
  config: Object.fromEntries(config),
})
