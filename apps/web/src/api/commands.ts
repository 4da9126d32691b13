import {
  abandonOperation,
  askCm,
  createOperation,
  getComponent,
  trackComponents,
  untrackComponent,
} from '@wheelhouse/contract'
import type { Component, ComponentKind, Operation, OperationRequest } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { serverNow } from '../lib/clock.ts'
import { forgetComponent, replaceComponent, replaceOperation } from './apply-events.ts'
import { call } from './call.ts'
import { readUnlessTold } from './newest.ts'
import { componentQuery, componentsQuery } from './queries.ts'

export interface Command {
  readonly request: OperationRequest
  /** Made once for one wish of one person; sending it again is still the same operation. */
  readonly idempotencyKey: string
}

export const operateKey = (componentId: string) => ['operate', componentId] as const

/** Asks for an operation, then shows the component as the BFF sees it now, without waiting. */
export const operateMutation = (client: QueryClient, componentId: string) =>
  mutationOptions({
    mutationKey: operateKey(componentId),
    mutationFn: async ({ request, idempotencyKey }: Command): Promise<Operation> => {
      const reply = await call(createOperation, { query: {}, body: request }, { idempotencyKey })
      if (!('id' in reply)) throw new Error('an operation was answered with a plan')
      replaceOperation(client, reply)
      await reread(client, componentId)
      return reply
    },
  })

/** The operation stands whether or not this read is answered; the stream tells it as well. */
export async function reread(client: QueryClient, id: string) {
  try {
    const component = await readUnlessTold(client, componentQuery(id).queryKey, () =>
      call(getComponent, { params: { id } }),
    )
    if (component) replaceComponent(client, component)
  } catch {
    void client.invalidateQueries({ queryKey: componentsQuery.queryKey })
  }
}

export const trackMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['track'],
    mutationFn: (body: { cluster: string; kind: ComponentKind; names: string[] }) =>
      call(trackComponents, { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: componentsQuery.queryKey }),
  })

export const untrackMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['untrack'],
    mutationFn: (id: string) => call(untrackComponent, { params: { id } }),
    onSuccess: (_, id) => forgetComponent(client, id),
  })

export const abandonMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['abandon'],
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call(abandonOperation, { params: { id }, body: { reason } }),
    onSuccess: async (operation) => {
      replaceOperation(client, operation)
      await reread(client, operation.component.id)
    },
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
