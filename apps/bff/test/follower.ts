import type { Component, Operation, ServerEvent } from '@wheelhouse/contract'
import type { Product } from './product.ts'
import { messagesOf } from './stream.ts'

/** What the stream has told so far. Hundreds can wait for something at once, and nobody asks again and again. */
export interface Follower {
  /** The operation, as soon as it is as wanted; fails with how it is when the limit has passed. */
  operation: (
    id: string,
    isWanted: (operation: Operation) => boolean,
    limitMs?: number,
  ) => Promise<Operation>
  component: (id: string, isWanted: (component: Component) => boolean) => Promise<Component>
  end: () => Promise<void>
}

export function follow({ url }: Pick<Product, 'url'>): Follower {
  const rows = new Map<string, Operation | Component>()
  const waiting = new Set<() => void>()
  const ending = new AbortController()

  const observe = ({ id, reading }: ServerEvent & { type: 'component.observed' }) => {
    const row = rows.get(id)
    if (row) rows.set(id, { ...row, ...reading })
  }
  const take = (event: ServerEvent) => {
    if (event.type === 'snapshot') for (const row of event.components) rows.set(row.id, row)
    else if (event.type === 'component.changed') rows.set(event.component.id, event.component)
    else if (event.type === 'component.observed') observe(event)
    else if (event.type === 'operation.changed') rows.set(event.operation.id, event.operation)
    for (const look of waiting) look()
  }
  const reading = read(url, ending.signal, take)

  const wait = <Row extends Operation | Component>(
    id: string,
    isWanted: (row: Row) => boolean,
    limitMs: number,
  ) =>
    new Promise<Row>((resolve, reject) => {
      const look = () => {
        const row = rows.get(id) as Row | undefined // ids of operations and components never meet
        if (row === undefined || !isWanted(row)) return
        stop()
        resolve(row)
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`still, after ${limitMs} ms: ${JSON.stringify(rows.get(id))}`))
      }, limitMs)
      const stop = () => {
        clearTimeout(timer)
        waiting.delete(look)
      }
      waiting.add(look)
      look()
    })
  return {
    operation: (id, isWanted, limitMs = 60_000) => wait(id, isWanted, limitMs),
    component: (id, isWanted) => wait(id, isWanted, 60_000),
    end: async () => {
      ending.abort()
      await reading
    },
  }
}

/** Tells every event until the signal or the stream ends it. */
async function read(url: string, signal: AbortSignal, take: (event: ServerEvent) => void) {
  try {
    for await (const { events } of messagesOf(url, { signal }))
      for (const event of events) take(event)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
