import * as z from 'zod/mini'

/** One key of a component's configuration, by the name under which it is sent. */
const configEntrySchema = z.object({
  /** `JDBCWriter.worker_num`, `source.checkpoint`, `limitator.table.diff.max`. */
  key: z.string(),
  /** CM's own text, blanks included; null for a secret. */
  value: z.nullable(z.string()),
  secret: z.boolean(),
  /** The operation of ours that last sent it, if one did. */
  sent: z.nullable(z.object({ at: z.string(), operation: z.string() })),
})
export type ConfigEntry = z.output<typeof configEntrySchema>

/**
 * A component's configuration as far as it is known: `observed` from CM's newest answer, `sent` where
 * CM documents no read and we know only what we sent.
 */
export const configSchema = z.object({
  source: z.enum(['observed', 'sent']),
  observedAt: z.nullable(z.string()),
  entries: z.array(configEntrySchema),
  /** Of a connector: the subtopics that we know of, by its name or by an accepted rewind. */
  subtopics: z.array(z.string()),
})
export type ComponentConfig = z.output<typeof configSchema>
