import { createOperation, getComponent } from '@wheelhouse/contract'
import type { Component, Operation, OperationRequest } from '@wheelhouse/contract'
import { mutationOptions } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { replaceOperation } from './apply-events.ts'
import { call } from './call.ts'
import { estate } from './estate.ts'
import { readEstate } from './read-estate.ts'
import { readingOf } from './reading-of.ts'

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
      await reread(componentId)
      return reply
    },
  })

/**
 * The operation stands whether or not this read is answered; the stream tells it as well. What it told
 * while the read was out is the later, and stays.
 */
export async function reread(id: string) {
  const before = estate.timesTold(id)
  try {
    const component = await call(getComponent, { params: { id } })
    if (estate.timesTold(id) === before) showNow(id, laterReading(component, estate.get(id)))
  } catch {
    void readEstate(estate)
  }
}

const laterReading = (answer: Component, known: Component | undefined): Component =>
  known && (known.observedAt ?? '') > (answer.observedAt ?? '')
    ? { ...answer, ...readingOf(known) }
    : answer

/** What somebody has just done is seen at once, in the list too. */
export function showNow(id: string, change: Component | null) {
  estate.change(new Map([[id, change]]))
  estate.flush()
}
