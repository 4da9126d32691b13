import type { Component, ServerEvent } from '@wheelhouse/contract'
import { messagesOf } from './stream.ts'

/** The estate as a browser knows it, from what the stream has told it and nothing else. */
export interface Mirror {
  rows: ReadonlyMap<string, Component>
  /** After the newest message that has one. */
  revision: () => string | undefined
  snapshots: () => number
  /** Follows the stream until `leave`, from the revision where it was left before. */
  follow: () => void
  leave: () => Promise<void>
}

interface Start {
  /** The revision to begin with, and the rows of then. */
  since?: string
  items?: readonly Component[]
}

export function mirrorOf(url: string, { since, items = [] }: Start = {}): Mirror {
  let rows = new Map(items.map((row) => [row.id, row]))
  let revision = since
  let snapshots = 0
  let leaving = new AbortController()
  let reading = Promise.resolve()

  const take = (event: ServerEvent) => {
    switch (event.type) {
      case 'snapshot':
        snapshots += 1
        rows = new Map(event.components.map((row) => [row.id, row]))
        return
      case 'component.changed':
        rows.set(event.component.id, event.component)
        return
      case 'component.observed': {
        const row = rows.get(event.id)
        if (!row) throw new Error(`a part of a row that was never told: ${event.id}`)
        rows.set(event.id, { ...row, ...event.reading })
        return
      }
      case 'component.untracked':
        rows.delete(event.id)
        return
      case 'cluster.changed':
      case 'operation.changed':
      case 'heartbeat':
        return
      default:
        event satisfies never
    }
  }
  const read = async (signal: AbortSignal) => {
    const headers = revision === undefined ? {} : { 'last-event-id': revision }
    try {
      for await (const { id, events } of messagesOf(url, { signal, headers })) {
        for (const event of events) take(event)
        revision = id ?? revision
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
  return {
    get rows() {
      return rows
    },
    revision: () => revision,
    snapshots: () => snapshots,
    follow: () => {
      leaving = new AbortController()
      reading = read(leaving.signal)
    },
    leave: async () => {
      leaving.abort()
      await reading
    },
  }
}
