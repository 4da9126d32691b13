import * as z from 'zod/mini'
import { nameFault } from './name.ts'

/** CM's newest answer about a component, redacted, and how to ask it again. */
export const rawSchema = z.object({
  curl: z.nullable(z.string()),
  observedAt: z.nullable(z.string()),
  body: z.nullable(z.string()),
})
export type RawReply = z.output<typeof rawSchema>

/** Which writer CM is asked about; the only thing of a request of ours that reaches CM. */
export const askWriterSchema = z.strictObject({
  writerName: z.string().check(z.refine((name) => nameFault(name) === undefined)),
})

/** What CM answered just now, whatever its status was: for people to read, nothing is concluded from it. */
export const cmAnswerSchema = z.object({
  /** How to ask the same by hand, with `$CM_URL` for CM's address. */
  curl: z.string(),
  /** CM's HTTP status; ours is 200 whenever CM answered. */
  status: z.number(),
  /** CM's `Content-Type`, if it sent one. */
  contentType: z.nullable(z.string()),
  /** CM's own text, JSON as documented, with its secrets cut. */
  body: z.string(),
})
export type CmAnswer = z.output<typeof cmAnswerSchema>
