import { trackComponents, untrackComponent } from '@wheelhouse/contract'
import type { ComponentKind } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import { call } from './call.ts'
import { showNow } from './commands.ts'
import { estate } from './estate.ts'
import { readEstate } from './read-estate.ts'

export const trackMutation = () =>
  mutationOptions({
    mutationKey: ['track'],
    mutationFn: (body: { cluster: string; kind: ComponentKind; names: string[] }) =>
      call(trackComponents, { body }),
    onSuccess: async () => {
      await readEstate(estate)
      estate.flush()
    },
  })

/** `onDone` comes before the row goes, whose page then says that nobody tracks it. */
export const untrackMutation = (onDone: () => void) =>
  mutationOptions({
    mutationKey: ['untrack'],
    mutationFn: (id: string) => call(untrackComponent, { params: { id } }),
    onSuccess: (_, id) => {
      onDone()
      showNow(id, null)
    },
  })
