import { keyClassOf } from '@wheelhouse/contract'
import type { KeyClass, Operation } from '@wheelhouse/contract'

/** Why a key can't be put back: its value is told nowhere, was never known, or is not set this way. */
type LeftOut = 'secret' | 'unknown' | 'locked'

export interface Restored {
  /** The values before that operation, by key. */
  readonly values: Readonly<Record<string, string>>
  readonly left: readonly { readonly key: string; readonly why: LeftOut }[]
}

interface Restorer {
  /** Whether whoever restores may set the component's addresses. */
  readonly mayAddress: boolean
}

/** What would have to be set to have it as it was before an operation. */
export function restoreOf({ changes, component }: Operation, { mayAddress }: Restorer): Restored {
  const locked: readonly KeyClass[] = mayAddress ? ['locked'] : ['locked', 'address']
  const values: Record<string, string> = {}
  const left: Restored['left'][number][] = []
  for (const { key, before, secret } of changes) {
    if (secret) left.push({ key, why: 'secret' })
    else if (locked.includes(keyClassOf(component.kind, key))) left.push({ key, why: 'locked' })
    else if (before === null) left.push({ key, why: 'unknown' })
    else values[key] = before
  }
  return { values, left }
}
