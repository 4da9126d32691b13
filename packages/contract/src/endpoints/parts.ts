import * as z from 'zod/mini'

export const idParams = z.object({ id: z.string() })
export const listOf = <S extends z.ZodMiniType>(item: S) =>
  z.object({ items: z.array(item), total: z.number() })
/** At most this many, 100 unless told; 500 at most. */
export const limit = z.optional(z.string().check(z.regex(/^(?:[1-9]\d?|[1-4]\d\d|500)$/u)))
