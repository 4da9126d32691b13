import { changeSettings, getSettings } from '@wheelhouse/contract'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { sessionQuery } from './queries.ts'

/** What holds for the whole product. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  staleTime: 0,
  queryFn: ({ signal }) => call(getSettings, {}, { signal }),
})

/** Switches writing to every CM off, or on again; the banner follows at once. */
export const readOnlyMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['settings', 'read-only'],
    mutationFn: (readOnly: boolean) => call(changeSettings, { body: { readOnly } }),
    onSuccess: (settings) => {
      client.setQueryData(settingsQuery.queryKey, settings)
      return client.invalidateQueries(sessionQuery)
    },
  })
