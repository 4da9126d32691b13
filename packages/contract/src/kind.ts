import * as z from 'zod/mini'

/** The kinds of component that can be tracked: the classic ones, whose calls are documented (`cm-api.md` §9.4). */
export const componentKinds = ['writer', 'connector', 'checker'] as const
export const componentKindSchema = z.enum(componentKinds)
export type ComponentKind = z.output<typeof componentKindSchema>

/** CM documents a read for these alone; what the others do can't be seen, only what was asked of them. */
export const isObservable = (kind: ComponentKind): boolean => kind === 'writer'
