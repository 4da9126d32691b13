import { exportInventory, importInventory, untrackComponent } from '@wheelhouse/contract'
import type { InventoryRow } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { estate } from './estate.ts'
import { oneByOne } from './one-by-one.ts'
import { readEstate } from './read-estate.ts'

/** Sending the same rows again changes nothing: what is tracked already stays as it is. */
export const importMutation = mutationOptions({
  mutationKey: ['import-inventory'],
  mutationFn: (rows: readonly InventoryRow[]) =>
    call(importInventory, { body: { rows: [...rows] } }),
  onSuccess: async () => {
    await readEstate(estate)
    estate.flush()
  },
})

/** Everything that is tracked. That it was asked for is on record, so it is asked for on a click only. */
export const readInventory = async (): Promise<readonly InventoryRow[]> =>
  (await call(exportInventory, {})).items

interface UntrackMany {
  readonly ids: readonly string[]
  readonly onEach: (answered: number) => void
}

/** Takes several from the list, a request each. Does not fail: it tells which of them did. */
export const untrackManyMutation = mutationOptions({
  mutationKey: ['untrack-many'],
  mutationFn: ({ ids, onEach }: UntrackMany) =>
    oneByOne(
      ids,
      async (id) => {
        await call(untrackComponent, { params: { id } })
        estate.change(new Map([[id, null]]))
      },
      onEach,
    ),
  onSuccess: () => estate.flush(),
})
