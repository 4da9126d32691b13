import { configIn, type CmError, type ConfigEntry, type WriterDetail } from '@wheelhouse/cm-client'
import { readFailureCodes, type ReadFailure } from '@wheelhouse/contract'
import { iso } from '../../time.ts'
import { KeptAnswer } from './kept-answer.ts'

/**
 * What CM said about a component at one moment. Seconds and milliseconds as their names say. Ten thousand
 * are kept, so that what is asked for seldom is parsed of `raw` when it is.
 */
export interface Reading {
  /** When the question left: a reading asked after a command can show its effect. */
  askedAtMs: number
  observedAtMs: number
  status: string | null
  active: boolean | null
  checkpointSeconds: number | null
  sampledAtSeconds: number | null
  host: string | null
  /** Of its configuration (`cm-api.md` §3). */
  topic: string | null
  subtopic: string | null
  /** The whole answer as JSON text, secrets cut. */
  raw: string
}

interface Times {
  askedAtMs: number
  observedAtMs: number
}

/** Reads a writer's answer; of the texts that seldom change `before`'s are kept, so that each is kept once. */
export function readingOf(detail: WriterDetail, times: Times, before: Reading | null): Reading {
  const { status, active, checkpointSeconds, sampledAtSeconds } = detail
  const answer = new KeptAnswer(
    detail.raw,
    before instanceof KeptReading ? before.answer : undefined,
  )
  return new KeptReading(answer, {
    ...times,
    status: kept(status, before?.status),
    active,
    checkpointSeconds,
    sampledAtSeconds,
    host: kept(detail.host, before?.host),
    topic: kept(detail.topic, before?.topic),
    subtopic: kept(detail.subtopic, before?.subtopic),
  })
}

class KeptReading implements Reading {
  readonly askedAtMs: number
  readonly observedAtMs: number
  readonly status: string | null
  readonly active: boolean | null
  readonly checkpointSeconds: number | null
  readonly sampledAtSeconds: number | null
  readonly host: string | null
  readonly topic: string | null
  readonly subtopic: string | null
  readonly answer: KeptAnswer

  constructor(answer: KeptAnswer, facts: Omit<Reading, 'raw'>) {
    this.askedAtMs = facts.askedAtMs
    this.observedAtMs = facts.observedAtMs
    this.status = facts.status
    this.active = facts.active
    this.checkpointSeconds = facts.checkpointSeconds
    this.sampledAtSeconds = facts.sampledAtSeconds
    this.host = facts.host
    this.topic = facts.topic
    this.subtopic = facts.subtopic
    this.answer = answer
  }

  get raw(): string {
    return this.answer.text
  }
}

const kept = (text: string | null, before: string | null | undefined): string | null =>
  text !== null && text === before ? before : text

/** The component's configuration in CM's order, secrets cut. */
export const configOf = ({ raw }: Reading): readonly ConfigEntry[] => configIn(raw)

/** A read's failure in the contract's words. */
export function failureOf(error: CmError, atMs: number): ReadFailure {
  const code = readFailureCodes.find((known) => known === error.code) ?? 'CUT'
  return { code, detail: error.message, at: iso(atMs) }
}

/** CM answered, only not with what we can read: that is no silence. */
export const isAnswer = ({ code }: Pick<ReadFailure, 'code'>): boolean =>
  code === 'REJECTED' || code === 'BAD_BODY'
