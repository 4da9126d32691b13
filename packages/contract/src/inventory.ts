import * as z from 'zod/mini'
import { longestNote, mostNames, trackResultSchema } from './component.ts'
import { componentKindSchema } from './kind.ts'
import { protectionLevelSchema } from './protection.ts'

/** A line of an inventory file. */
export const inventoryRowSchema = z.strictObject({
  cluster: z.string().check(z.minLength(1)),
  kind: componentKindSchema,
  name: z.string(),
  note: z.optional(z.string().check(z.maxLength(longestNote))),
  /** Its own level, where it has one. */
  protection: z.optional(protectionLevelSchema),
})
export type InventoryRow = z.output<typeof inventoryRowSchema>

export const importSchema = z.strictObject({
  rows: z.array(inventoryRowSchema).check(z.minLength(1), z.maxLength(mostNames)),
})

/** What became of a row. A note or a level is taken only with a name that is new. */
export const importResultSchema = z.extend(trackResultSchema, {
  cluster: z.string(),
  kind: componentKindSchema,
  /** With `refused`: no cluster has this id. */
  isForeign: z.optional(z.boolean()),
})
export type ImportResult = z.output<typeof importResultSchema>
