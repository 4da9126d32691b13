import * as z from 'zod/mini'

/** What holds for the whole product. */
export const settingsSchema = z.object({
  /** No Cluster Manager is sent anything that changes it. */
  readOnly: z.boolean(),
  /** Whether the configuration says so: then it can't be switched off here. */
  isReadOnlyConfigured: z.boolean(),
})
export type Settings = z.output<typeof settingsSchema>
