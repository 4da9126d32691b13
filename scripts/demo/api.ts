import { randomUUID } from 'node:crypto'
import type { Component, Operation, OperationRequest } from '../../packages/contract/src/index.ts'
import { setTimeout as wait } from 'node:timers/promises'

/** What the demo asks of its own product, as any script would. */
export interface Api {
  components: () => Promise<Component[]>
  /** Changes a note or a level. */
  change: (path: string, body: object) => Promise<unknown>
  /** Asks for an operation, and answers when it is over and looked after, or needs somebody. */
  operate: (request: OperationRequest) => Promise<Operation>
}

/** Throws with the product's own words where it refuses, and when the signal says that all is over. */
export function apiAt(url: string, signal: AbortSignal): Api {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      signal,
      headers: {
        'x-wheelhouse': '1',
        ...(body && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const isUnderWay = ({ state, verification }: Operation) =>
    state === 'queued' ||
    state === 'running' ||
    (state === 'succeeded' && verification === 'pending')
  return {
    components: async () => ((await ask('GET', '/components')) as { items: Component[] }).items, // the contract's reply
    change: (path, body) => ask('PATCH', path, body),
    operate: async (request) => {
      // As above, here and below.
      let operation = (await ask('POST', '/operations', request)) as Operation
      while (isUnderWay(operation)) {
        await wait(500, undefined, { signal, ref: false })
        operation = (await ask('GET', `/operations/${operation.id}`)) as Operation
      }
      return operation
    },
  }
}
