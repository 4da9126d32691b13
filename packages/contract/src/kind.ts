import * as z from 'zod/mini'

/** The kinds of component that can be tracked today; the word list names those that follow. */
const componentKinds = ['writer'] as const
export const componentKindSchema = z.enum(componentKinds)
export type ComponentKind = z.output<typeof componentKindSchema>
