import * as z from 'zod/mini'

/** Who is asking, and of what kind of installation. */
export const sessionSchema = z.object({
  /** `local` until there are users. */
  actor: z.string(),
  /** `demo`: the components are the simulator's. */
  mode: z.enum(['demo', 'real']),
  version: z.string(),
})
export type Session = z.output<typeof sessionSchema>
