import { chanceOf } from './random.ts'
import { writerCfg } from './writer-cfg.ts'
import type { Host } from './host.ts'

/** CM looks at a running writer's checkpoint this often. */
const samplePeriodMs = 5000

/** A sampled checkpoint trails the true one by less than this, and never runs backwards for it. */
const jitterSeconds = 1.5

/**
 * Where a writer was at one moment, and how it moves on from there. What it is now follows
 * from the clock, so moving the clock by a week costs nothing and is exact.
 */
export interface Writer {
  name: string
  host: Host
  port: number
  /** Only `running` is documented; the word stands in `cfg` as well. */
  status: string
  /** The documented meaning of `false` is "abnormal". Only an active writer's checkpoint moves. */
  active: boolean
  /** Seconds of checkpoint per second of time: 1 keeps its lag, 0 stands, above 1 catches up. */
  rate: number
  /** Where catching up ends. */
  floorLagSeconds: number
  /** The moment that `checkpointSeconds` was true. */
  anchorMs: number
  /** Epoch seconds, with fractions. */
  checkpointSeconds: number
  jitterSeed: string
  createdAtMs: number
  modifiedAtMs: number
  /** In the order that it is printed. */
  cfg: ReadonlyMap<string, string>
}

/** How a writer is and behaves; what is left out is healthy. */
export interface Temper {
  lagSeconds?: number
  rate?: number
  floorLagSeconds?: number
  status?: string
  active?: boolean
}

export interface WriterFacts extends Temper {
  name: string
  host: Host
  seed: number
  nowMs: number
  port?: number
  createdAtMs?: number
  modifiedAtMs?: number
  /** For a writer that is not active: how long ago that began. */
  inactiveForSeconds?: number
  cfg?: Readonly<Record<string, string>>
}

export function createWriter(facts: WriterFacts): Writer {
  const { name, host, nowMs, status = 'running', lagSeconds = 2 } = facts
  const active = facts.active ?? status === 'running'
  const createdAtMs = facts.createdAtMs ?? wholeSeconds(nowMs)
  return {
    name,
    host,
    status,
    active,
    port: facts.port ?? 16_000 + Math.floor(chanceOf(`port/${name}`) * 500),
    rate: facts.rate ?? 1,
    floorLagSeconds: facts.floorLagSeconds ?? 1,
    anchorMs: nowMs - (active ? 0 : (facts.inactiveForSeconds ?? 0) * 1000),
    checkpointSeconds: nowMs / 1000 - lagSeconds,
    jitterSeed: `${facts.seed}/${name}`,
    createdAtMs,
    modifiedAtMs: facts.modifiedAtMs ?? createdAtMs,
    cfg: writerCfg({ name, host, createdAtMs, overrides: facts.cfg ?? {} }),
  }
}

/** What CM last saw of a writer, both in epoch seconds. */
export interface Sample {
  checkpoint: number
  sampledAt: number
}

/** CM's newest sample. A writer that is not active is not sampled any more. */
export function sampleOf(writer: Writer, nowMs: number): Sample {
  const round = Math.floor(nowMs / samplePeriodMs)
  const sampledAtMs = writer.active
    ? Math.max(writer.anchorMs, round * samplePeriodMs)
    : writer.anchorMs
  const isFresh = sampledAtMs === writer.anchorMs
  // Scaled by the rate, so that it never outweighs five seconds' progress: a stalled writer stands.
  const jitter = isFresh
    ? 0
    : jitterSeconds * Math.min(writer.rate, 1) * chanceOf(`${writer.jitterSeed}/${round}`)
  const checkpoint = Math.max(writer.checkpointSeconds, checkpointAt(writer, sampledAtMs) - jitter)
  return { checkpoint: Math.floor(checkpoint), sampledAt: Math.floor(sampledAtMs / 1000) }
}

/** `now − checkpoint` in whole seconds, as someone who asked CM at this moment would reckon it. */
export const lagOf = (writer: Writer, nowMs: number): number =>
  Math.floor(nowMs / 1000) - sampleOf(writer, nowMs).checkpoint

export function startedWriter(writer: Writer, nowMs: number): Writer {
  return changedWriter(writer, { status: 'running', active: true }, nowMs)
}

export function stoppedWriter(writer: Writer, status: string, nowMs: number): Writer {
  return changedWriter(writer, { status, active: false }, nowMs)
}

/** The writer after something happened to it; it moves on from where it had got to. */
export function changedWriter(writer: Writer, change: Temper, nowMs: number): Writer {
  const { lagSeconds, ...rest } = change
  const changed = { ...writer, ...rest }
  const isModified = changed.status !== writer.status || changed.active !== writer.active
  // Nobody samples an inactive writer: its last sample keeps its date unless the sample changes.
  const isMoved = lagSeconds !== undefined || writer.active || changed.active
  return {
    ...changed,
    anchorMs: isMoved ? nowMs : writer.anchorMs,
    checkpointSeconds:
      lagSeconds === undefined ? checkpointAt(writer, nowMs) : nowMs / 1000 - lagSeconds,
    modifiedAtMs: isModified ? wholeSeconds(nowMs) : writer.modifiedAtMs,
  }
}

function checkpointAt(writer: Writer, atMs: number): number {
  if (!writer.active) return writer.checkpointSeconds
  const elapsedSeconds = Math.max(0, atMs - writer.anchorMs) / 1000
  const reached = writer.checkpointSeconds + writer.rate * elapsedSeconds
  if (writer.rate <= 1) return reached
  const lagAtAnchor = writer.anchorMs / 1000 - writer.checkpointSeconds
  return Math.min(reached, atMs / 1000 - Math.min(writer.floorLagSeconds, lagAtAnchor))
}

/** CM prints milliseconds, but the vendor's samples are whole seconds. */
const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000
