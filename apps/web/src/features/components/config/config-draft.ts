import { configFault } from '@wheelhouse/contract'
import type { Addresses, ComponentKind, ConfigFault } from '@wheelhouse/contract'

/** A value that somebody has typed and not sent. */
export interface Edit {
  readonly value: string
  /** As it was when the edit began; null where that is not known, not set, or secret. */
  readonly before: string | null
}

/** By the key. Nothing in it changes by itself while somebody types. */
export type Draft = Readonly<Record<string, Edit>>

export const noEdits: Draft = {}

/** Takes an edit in; one back to what it was is none any more. */
export function withEdit(draft: Draft, key: string, edit: Edit): Draft {
  const before = draft[key]?.before ?? edit.before
  return edit.value === before ? without(draft, key) : { ...draft, [key]: { ...edit, before } }
}

export const without = (draft: Draft, key: string): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([it]) => it !== key))

export const changesOf = (draft: Draft): Record<string, string> =>
  Object.fromEntries(Object.entries(draft).map(([key, { value }]) => [key, value]))

/** Why a key can't be sent at all, whatever its value. */
export function keyFault(
  kind: ComponentKind,
  key: string,
  addresses: Addresses | undefined,
): ConfigFault | undefined {
  const fault = configFault(kind, key, '', { addresses })
  return fault === 'malformed-key' || fault === 'foreign-prefix' || fault === 'locked'
    ? fault
    : undefined
}

export const faultCount = (
  kind: ComponentKind,
  draft: Draft,
  addresses: Addresses | undefined,
): number =>
  Object.entries(draft).filter(([key, { value }]) => configFault(kind, key, value, { addresses }))
    .length
