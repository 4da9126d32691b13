import * as z from 'zod/mini'

/** One name that a component had or has; a migration gives it the next. */
export const nameSchema = z.object({
  name: z.string(),
  host: z.nullable(z.string()),
  /** Since when we have known it by this name. */
  since: z.string(),
  /** Null for the name that it has. */
  until: z.nullable(z.string()),
  /** The operation that gave it this name; null for the first. */
  operation: z.nullable(z.string()),
  /** A former name is read until then, so that a twin which comes back is seen. */
  readUntil: z.nullable(z.string()),
  /** What CM last said about it under this name; null while nothing was read. */
  seen: z.nullable(
    z.object({ status: z.nullable(z.string()), active: z.nullable(z.boolean()), at: z.string() }),
  ),
})
export type FormerName = z.output<typeof nameSchema>
