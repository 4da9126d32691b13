import * as z from 'zod/mini'
import { componentKindSchema } from './kind.ts'
import { nameFaults } from './name.ts'
import { taskTypeSchema } from './operation-input.ts'
import { operationKindSchema, operationStateSchema } from './operation.ts'
import { protectionLevelSchema } from './protection.ts'
import { verdictSchema } from './verdict.ts'

/** How a read of CM can fail: the failure classes of the client, for a read. */
export const readFailureCodes = [
  'NOT_SENT', // no byte left: name not resolved, connection refused, TLS
  'TIMED_OUT',
  'CUT', // reset, or half a body
  'BAD_STATUS',
  'BAD_BODY', // HTML, empty, not JSON, wrong types, another component's answer
  'REJECTED', // CM said isSuccess: false
] as const

export const readFailureSchema = z.object({
  code: z.enum(readFailureCodes),
  /** CM's or the socket's own words, secrets cut. */
  detail: z.string(),
  at: z.string(),
})
export type ReadFailure = z.output<typeof readFailureSchema>

/**
 * What every reading moves, and nothing else of the row. The stream tells it by itself, whole: a row whose
 * reading was told has all of these from the same moment.
 */
export const readingSchema = z.object({
  /** When the question left that CM last answered: what came before it, the answer can show. */
  askedAt: z.nullable(z.string()),
  /** When CM last answered for it; everything CM-told is of that moment. */
  observedAt: z.nullable(z.string()),
  /** When the component sampled its checkpoint (`checkpoint.gmt`). */
  sampledAt: z.nullable(z.string()),
  /** How far replication has got, epoch seconds. */
  checkpoint: z.nullable(z.number()),
  /** Since when the checkpoint has not moved, as far as we have seen. */
  checkpointSince: z.nullable(z.string()),
  /** `observedAt − checkpoint`, signed. */
  lagSeconds: z.nullable(z.number()),
  /** By how many seconds the lag grows in a minute; negative while it falls. Null until it is known. */
  lagTrendSecondsPerMinute: z.nullable(z.number()),
  /** While it catches up: in how many seconds it will be under its threshold. */
  etaSeconds: z.nullable(z.number()),
})
export type ComponentReading = z.output<typeof readingSchema>

/** A remark of somebody's for all to read: at most so many code points, as `z.maxLength` counts them. */
export const longestNote = 2000

/** How long a note is, in code points: what the eye takes for one character may be two of JavaScript's. */
export const noteLength = (text: string): number => Array.from(text).length

/** Whether nothing of it can be seen: spaces, and characters that have no shape. As if it were empty. */
export const isBlankNote = (text: string): boolean =>
  !/[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2800]/u.test(text)

/**
 * A tracked component as the lists and its page show it. Reported `status`, `active` and the age
 * of the observation are three facts and are never merged into one.
 */
export const componentSchema = z.extend(readingSchema, {
  /** Opaque; kept when the component's name changes. */
  id: z.string(),
  cluster: z.string(),
  kind: componentKindSchema,
  name: z.string(),
  /** The middle of the name, which stays when the component moves; null where the name has another form. */
  identity: z.nullable(z.string()),
  /** What it was called before it was migrated, the newest first. */
  formerNames: z.array(z.string()),
  /** What CM reports (`replicator.ip`), until then what the name says. */
  host: z.nullable(z.string()),
  /** The migration or synchronisation project that the name belongs to (`cm-api.md` §3): `p_3b7ixsl2sxb4`. */
  project: z.nullable(z.string()),
  /** Of a writer's configuration, until it is read of its name (`cm-api.md` §3). */
  topic: z.nullable(z.string()),
  subtopic: z.nullable(z.string()),
  /** Where the name came from. */
  origin: z.enum(['pasted', 'configured', 'imported']),
  trackedAt: z.string(),
  /** CM's word, verbatim: documented is only `running`. */
  status: z.nullable(z.string()),
  active: z.nullable(z.boolean()),
  /** Older than this an observation is stale, seconds: it follows from how often the component is read. */
  freshForSeconds: z.number(),
  /** By how much the component's clock is ahead of ours, seconds, where its samples show it. */
  clockAheadSeconds: z.nullable(z.number()),
  /** Why the newest read failed; null when it did not. */
  failure: z.nullable(readFailureSchema),
  verdict: verdictSchema,
  /** Since when; since we began to look, where that is later. Null before the first reading. */
  verdictSince: z.nullable(z.string()),
  /** How much lag it may have: its own level, or its cluster's. */
  protection: z.object({ level: protectionLevelSchema, isOwn: z.boolean() }),
  /** More lag than this is behind, seconds: what the level means. */
  lagThresholdSeconds: z.number(),
  note: z.nullable(z.object({ text: z.string(), by: z.string(), at: z.string() })),
  /** Our newest command that CM accepted, or may have. */
  lastCommand: z.nullable(
    z.object({
      kind: operationKindSchema,
      at: z.string(),
      by: z.string(),
      operation: z.string(),
      /** What it should be doing since, if CM did as it said; null where that is not known. */
      leaves: z.nullable(z.enum(['running', 'stopped'])),
      /** Of a checker: the task that was commanded. */
      taskType: z.nullable(taskTypeSchema),
    }),
  ),
  /** Another component of the same identity, or this one under a former name, that was seen running. */
  twin: z.nullable(
    z.object({ name: z.string(), component: z.nullable(z.string()), seenAt: z.string() }),
  ),
  /** Our newest operation, if it failed and nobody has dismissed it. */
  failedOperation: z.nullable(z.object({ id: z.string(), kind: operationKindSchema })),
  /** The open operation, if there is one. */
  operation: z.nullable(
    z.object({ id: z.string(), kind: operationKindSchema, state: operationStateSchema }),
  ),
})
export type Component = z.output<typeof componentSchema>

/** So many names are taken at once. */
export const mostNames = 10_000

/** Names to be tracked, as pasted; each is judged by itself. */
export const trackSchema = z.strictObject({
  cluster: z.string().check(z.minLength(1)),
  kind: componentKindSchema,
  names: z.array(z.string()).check(z.minLength(1), z.maxLength(mostNames)),
})

/** What became of one pasted name. */
export const trackResultSchema = z.object({
  name: z.string(),
  outcome: z.enum(['tracked', 'already-tracked', 'refused']),
  /** With `refused`: which rule of `nameFault` it breaks. */
  fault: z.optional(z.enum(nameFaults)),
  /** With `refused`: a component of this name is not for who asks to track. */
  isNotAllowed: z.optional(z.boolean()),
  /** Unless refused: the component; left out where it is called otherwise by now, and not seen by who asks. */
  id: z.optional(z.string()),
})
export type TrackResult = z.output<typeof trackResultSchema>
