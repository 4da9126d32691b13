import { changeComponent } from '@wheelhouse/contract'
import type { ProtectionLevel } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { estate } from './estate.ts'
import { oneByOne } from './one-by-one.ts'

interface ProtectMany {
  readonly ids: readonly string[]
  /** Null: each its cluster's. */
  readonly protection: ProtectionLevel | null
  readonly onEach: (answered: number) => void
}

/** How much lag several may have, a request each. Does not fail: it tells which of them did. */
export const protectManyMutation = mutationOptions({
  mutationKey: ['protect-many'],
  mutationFn: ({ ids, protection, onEach }: ProtectMany) =>
    oneByOne(
      ids,
      async (id) => {
        const component = await call(changeComponent, { params: { id }, body: { protection } })
        estate.change(new Map([[id, component]]))
      },
      onEach,
    ),
  onSuccess: () => estate.flush(),
})
