import * as z from 'zod/mini'
import { grantsSchema } from './access.ts'

/**
 * Who is asking, and of what kind of installation. `open`: nobody has to sign in, whoever reaches this
 * may do everything. `setup`: there is no user yet, and the first administrator is to be made.
 */
export const sessionSchema = z.object({
  state: z.enum(['open', 'setup', 'signed-out', 'signed-in']),
  /** The name under which what is done goes on record; null where nobody is signed in. */
  actor: z.nullable(z.string()),
  /** What the one who asks may do. */
  grants: grantsSchema,
  /** When the session ends whatever is done with it; null where there is none. */
  endsAt: z.nullable(z.string()),
  /** `demo`: the components are the simulator's. */
  mode: z.enum(['demo', 'real']),
  version: z.string(),
  /** Whether passwords and sessions travel unencrypted over a network: plain http, and not on this machine alone. */
  isInsecure: z.boolean(),
  /** Whether writing to any CM is switched off for the whole product. */
  isReadOnly: z.boolean(),
})
export type Session = z.output<typeof sessionSchema>
