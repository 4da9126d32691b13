import { checkpointAt, type Course } from './course.ts'
import type { Host } from './host.ts'
import { chanceOf } from './random.ts'
import { swingAt, type Swing } from './swing.ts'
import { writerCfg } from './writer-cfg.ts'

/** CM looks at a running writer's checkpoint this often. */
const samplePeriodMs = 5000

/** A sampled checkpoint trails the true one by less than this, and never runs backwards for it. */
const jitterSeconds = 1.5

/** A writer that is `active` has a living process; only then does its checkpoint move. */
export interface Writer extends Course {
  name: string
  host: Host
  port: number
  /** Only `running` is documented; the word stands in `cfg` as well. */
  status: string
  /** CM still answers reads of it, but it has been migrated or cleaned. */
  stale: boolean
  /** Its host took it down, and takes it up again. */
  revives: boolean
  /** A checkpoint that was written into its configuration, and that its next start takes. */
  startsFrom: number | null
  /** By how much the clock of its host is ahead, which dates its samples. */
  clockAheadSeconds: number
  jitterSeed: string
  createdAtMs: number
  modifiedAtMs: number
  /** In the order that it is printed. */
  cfg: ReadonlyMap<string, string>
}

/** How a writer is and behaves; what is left out is healthy. */
export interface Temper {
  /** Where it swings, what it has at the least. */
  lagSeconds?: number
  rate?: number
  floorLagSeconds?: number
  /** An even lag where it is null. */
  swing?: Pick<Swing, 'amplitudeSeconds' | 'periodSeconds'> | null
  clockAheadSeconds?: number
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
  const jitterSeed = `${facts.seed}/${name}`
  const rate = facts.rate ?? 1
  const swing = swingOf(facts.swing, jitterSeed)
  return {
    name,
    host,
    status,
    active,
    stale: false,
    revives: false,
    startsFrom: null,
    port: facts.port ?? portOf(name),
    rate,
    floorLagSeconds: facts.floorLagSeconds ?? 1,
    swing,
    anchorMs: nowMs - (active ? 0 : (facts.inactiveForSeconds ?? 0) * 1000),
    checkpointSeconds: positionBehind({ active, swing, rate }, { lagSeconds, nowMs }),
    clockAheadSeconds: facts.clockAheadSeconds ?? 0,
    jitterSeed,
    createdAtMs,
    modifiedAtMs: facts.modifiedAtMs ?? createdAtMs,
    cfg: writerCfg({ name, host, createdAtMs, overrides: facts.cfg ?? {} }),
  }
}

const swingOf = (swing: Temper['swing'], seed: string): Swing | null =>
  swing ? { ...swing, phase: chanceOf(`${seed}/swing`) } : null

/** What CM last saw of a writer, both in epoch seconds. */
interface Sample {
  checkpoint: number
  /** By the clock of its host. */
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
  return {
    checkpoint: Math.floor(checkpoint),
    sampledAt: Math.floor(sampledAtMs / 1000 + writer.clockAheadSeconds),
  }
}

/** `now − checkpoint` in whole seconds, as someone who asked CM at this moment would reckon it. */
export const lagOf = (writer: Writer, nowMs: number): number =>
  Math.floor(nowMs / 1000) - sampleOf(writer, nowMs).checkpoint

/** Goes on where it stood, or at the checkpoint that an update has written for its next start. */
export function startedWriter(writer: Writer, nowMs: number): Writer {
  const { startsFrom } = writer
  const started = changedWriter(writer, { status: 'running', active: true }, nowMs)
  return startsFrom === null
    ? started
    : { ...started, checkpointSeconds: startsFrom, startsFrom: null }
}

export function stoppedWriter(writer: Writer, status: string, nowMs: number): Writer {
  return changedWriter(writer, { status, active: false }, nowMs)
}

/** Its host went down: its process is gone, and comes back with the host. */
export const writerTakenDown = (writer: Writer, nowMs: number): Writer => ({
  ...changedWriter(writer, { active: false }, nowMs),
  revives: true,
})

/** The writer after something happened to it; it moves on from where it had got to. */
export function changedWriter(writer: Writer, change: Temper, nowMs: number): Writer {
  const { lagSeconds, swing, ...rest } = change
  const changed: Writer = {
    ...writer,
    ...rest,
    swing: swing === undefined ? writer.swing : swingOf(swing, writer.jitterSeed),
  }
  const isModified = changed.status !== writer.status || changed.active !== writer.active
  // Nobody samples an inactive writer: its last sample keeps its date unless the sample changes.
  const isMoved = lagSeconds !== undefined || writer.active || changed.active
  return {
    ...changed,
    // Whoever decides about it now decides about this as well.
    revives: false,
    anchorMs: isMoved ? nowMs : writer.anchorMs,
    checkpointSeconds:
      lagSeconds === undefined
        ? checkpointAt(writer, nowMs)
        : positionBehind(changed, { lagSeconds, nowMs }),
    modifiedAtMs: isModified ? wholeSeconds(nowMs) : writer.modifiedAtMs,
  }
}

/** Where a writer stands that has a lag beside its swing. */
function positionBehind(
  { active, swing, rate }: Pick<Writer, 'active' | 'swing' | 'rate'>,
  { lagSeconds, nowMs }: { lagSeconds: number; nowMs: number },
): number {
  return nowMs / 1000 - lagSeconds - (active ? swingAt(swing, nowMs, rate) : 0)
}

/** The writer with other lines in its configuration; keys that it does not know are appended. */
export function updatedWriter(
  writer: Writer,
  keys: ReadonlyMap<string, string>,
  { takesTimestamp }: { takesTimestamp: boolean },
): Writer {
  const timestamp = keys.get('timestamp') ?? ''
  const startsFrom =
    takesTimestamp && /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : writer.startsFrom
  return { ...writer, startsFrom, cfg: new Map([...writer.cfg, ...keys]) }
}

/** The process listens somewhere in the documented range (cm-api.md §8). */
export const portOf = (name: string): number => 16_000 + Math.floor(chanceOf(`port/${name}`) * 500)

/** CM prints milliseconds, but the vendor's samples are whole seconds. */
export const wholeSeconds = (ms: number): number => Math.floor(ms / 1000) * 1000
