import * as z from 'zod'

/** A number, or the text of one as a variable or flag brings it. */
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d+(?:\.\d+)?$/u)
    .transform(Number),
])

/** Yes or no, or the text of it. */
export const yesOrNo = z.stringbool().or(z.boolean())
