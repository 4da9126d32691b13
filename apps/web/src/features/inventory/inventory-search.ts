import { componentKindSchema } from '@wheelhouse/contract'
import type { ComponentKind } from '@wheelhouse/contract'

export const origins = ['pasted', 'configured', 'imported'] as const
export type Origin = (typeof origins)[number]

export interface InventorySearch {
  readonly q?: string | undefined
  readonly cluster?: string | undefined
  readonly kind?: ComponentKind | undefined
  readonly origin?: Origin | undefined
  /** Only those with a protection level of their own. */
  readonly level?: 'own' | undefined
}

const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** What an URL says that can't be meant is left out. */
export const parseInventorySearch = (search: Record<string, unknown>): InventorySearch => ({
  q: word(search['q']),
  cluster: word(search['cluster']),
  kind: componentKindSchema.safeParse(search['kind']).data,
  origin: origins.find((origin) => origin === search['origin']),
  level: search['level'] === 'own' ? 'own' : undefined,
})

export const isNarrowed = (search: InventorySearch): boolean =>
  Object.values(search).some((value) => value !== undefined)
