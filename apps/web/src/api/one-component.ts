import { askCm, getConfig, getRaw, listNames } from '@wheelhouse/contract'
import type { Component } from '@wheelhouse/contract'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { serverNow } from '../lib/clock.ts'
import { call } from './call.ts'

/** The stream does not tell these three: they are read anew on opening, and for as long as they are shown. */
const shownForMs = 10_000

/** The newest answers' keys and values; of what can't be read, what was sent. */
export const configQuery = (id: string) =>
  queryOptions({
    queryKey: ['config', id],
    staleTime: 0,
    refetchInterval: shownForMs,
    queryFn: ({ signal }) => call(getConfig, { params: { id } }, { signal }),
  })

/** CM's newest answer about it; nothing is asked of CM for this. */
export const rawQuery = (id: string) =>
  queryOptions({
    queryKey: ['raw', id],
    staleTime: 0,
    refetchInterval: shownForMs,
    queryFn: ({ signal }) => call(getRaw, { params: { id } }, { signal }),
  })

export const namesQuery = (id: string) =>
  queryOptions({
    queryKey: ['names', id],
    staleTime: 0,
    refetchInterval: shownForMs,
    queryFn: ({ signal }) => call(listNames, { params: { id } }, { signal }),
  })

/** Asks CM itself, now: a read, and yet only ever on somebody's wish. */
export const askMutation = (component: Component) =>
  mutationOptions({
    mutationKey: ['ask', component.id],
    mutationFn: async () => {
      const { cluster, name } = component
      const input = { params: { id: cluster }, query: { writerName: name } }
      const answer = await call(askCm, input)
      return { ...answer, atMs: serverNow() }
    },
  })
