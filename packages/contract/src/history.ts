import * as z from 'zod/mini'
import { operationKindSchema, operationStateSchema } from './operation.ts'
import { verdictSchema } from './verdict.ts'

/** How far back a chart looks. */
export const historySpans = ['15m', '1h', '6h', '24h', '7d'] as const
export const historySpanSchema = z.enum(historySpans)
export type HistorySpan = z.output<typeof historySpanSchema>

/** In seconds. */
export const spanSeconds: Readonly<Record<HistorySpan, number>> = {
  '15m': 900,
  '1h': 3600,
  '6h': 21_600,
  '24h': 86_400,
  '7d': 604_800,
}

/** The lag of a component over time. Time is in epoch seconds here, and each step has one place in `lags`. */
const lags = {
  /** Where the first step begins, epoch seconds. */
  fromSeconds: z.number(),
  stepSeconds: z.number(),
  /** The worst lag that was observed in each step, seconds, signed; null where nothing was. */
  lags: z.array(z.nullable(z.number())),
}

/** What happened to it, to be drawn on the curve. */
const historyMarkSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('operation'),
    at: z.string(),
    id: z.string(),
    kind: operationKindSchema,
    state: operationStateSchema,
    actor: z.string(),
  }),
  z.object({ type: z.literal('renamed'), at: z.string(), from: z.string(), to: z.string() }),
])
export type HistoryMark = z.output<typeof historyMarkSchema>

export const historySchema = z.object({
  ...lags,
  /** Its verdicts, each from its moment on until the next one; null while nobody looked. */
  verdicts: z.array(z.object({ fromSeconds: z.number(), verdict: z.nullable(verdictSchema) })),
  /** The oldest first. */
  marks: z.array(historyMarkSchema),
})
export type History = z.output<typeof historySchema>

/** A component's lag of late, for a small curve in a row. */
export const lagTrailSchema = z.object({ id: z.string(), ...lags })
export type LagTrail = z.output<typeof lagTrailSchema>

/** So many components' trails are answered at once. */
export const mostTrails = 100

/** A position that the component had, which it can be rewound to. */
export const recordedCheckpointSchema = z.object({
  /** Epoch seconds. */
  checkpoint: z.number(),
  /** When it was there. */
  at: z.string(),
  /** Why it is offered: it stood there before an operation or as its verdict turned, or each full hour. */
  why: z.enum(['before-operation', 'verdict', 'hour']),
  /** With `before-operation`. */
  operation: z.nullable(z.object({ id: z.string(), kind: operationKindSchema })),
  /** With `verdict`: what it became then. */
  verdict: z.nullable(verdictSchema),
})
export type RecordedCheckpoint = z.output<typeof recordedCheckpointSchema>
