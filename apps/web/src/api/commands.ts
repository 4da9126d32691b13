import {
  abandonOperation,
  createOperation,
  getComponent,
  trackComponents,
  untrackComponent,
} from '@wheelhouse/contract'
import type { Component, Operation, OperationKind } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { forgetComponent, replaceComponent, replaceOperation } from './apply-events.ts'
import { call } from './call.ts'
import { componentsQuery } from './queries.ts'

export interface Command {
  readonly kind: OperationKind
  readonly component: Component
  /** Made once for one wish of one person; sending it again is still the same operation. */
  readonly idempotencyKey: string
}

export const operateKey = (componentId: string) => ['operate', componentId] as const

/** Asks for an operation, then shows the component as the BFF sees it now, without waiting. */
export const operateMutation = (client: QueryClient, componentId: string) =>
  mutationOptions({
    mutationKey: operateKey(componentId),
    mutationFn: async ({ kind, component, idempotencyKey }: Command): Promise<Operation> => {
      const reply = await call(
        createOperation,
        { query: {}, body: { component: component.id, kind } },
        { idempotencyKey },
      )
      if (!('id' in reply)) throw new Error('an operation was answered with a plan')
      replaceOperation(client, reply)
      await reread(client, component.id)
      return reply
    },
  })

/** The operation stands whether or not this read is answered; the stream tells it as well. */
async function reread(client: QueryClient, id: string) {
  try {
    const component = await call(getComponent, { params: { id } })
    replaceComponent(client, component)
  } catch {
    void client.invalidateQueries({ queryKey: componentsQuery.queryKey })
  }
}

export const trackMutation = (client: QueryClient) =>
  mutationOptions({
    mutationKey: ['track'],
    mutationFn: (body: { cluster: string; names: string[] }) =>
      call(trackComponents, { body: { ...body, kind: 'writer' } }),
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
