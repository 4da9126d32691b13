import { listClusters, listComponents } from '@wheelhouse/contract'
import { createStore } from '../lib/store.ts'
import { call } from './call.ts'
import type { EstateStore } from './estate-store.ts'
import { isLater } from './revision.ts'

interface Reading {
  readonly error: Error | null
  /** By this browser's clock. */
  readonly receivedMs: number
}

/** How the newest read of the rows ended, and when something of them last came. */
export const reading = createStore<Reading>({ error: null, receivedMs: Date.now() })

/** The stream told of them at that time. */
export const noteReceived = (receivedMs: number) => reading.set({ ...reading.get(), receivedMs })

let out: Promise<boolean> | undefined

/** Reads all rows and clusters; whether that succeeded. Two at once are one. */
export function readEstate(estate: EstateStore): Promise<boolean> {
  out ??= read(estate).finally(() => (out = undefined))
  return out
}

async function read(estate: EstateStore): Promise<boolean> {
  const knownClusters = estate.clusters.get()
  try {
    const [list, clusters] = await Promise.all([
      // Ten thousand rows are not looked through one by one while somebody waits for them.
      call(listComponents, { query: {} }, { isReply: isList }),
      call(listClusters, {}),
    ])
    // The stream may have been faster: nothing that is shown may go back.
    const known = estate.revision()
    if (known === undefined || list.revision === known || isLater(list.revision, known)) {
      estate.replaceAll(list.items, list.revision)
    }
    if (estate.clusters.get() === knownClusters) estate.clusters.set(clusters.items)
    reading.set({ error: null, receivedMs: Date.now() })
    return true
  } catch (error) {
    const { receivedMs } = reading.get()
    reading.set({ error: error instanceof Error ? error : new Error(String(error)), receivedMs })
    return false
  }
}

/** Enough to tell our own server's answer from anything else. */
const isList = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'revision' in answer &&
  typeof answer.revision === 'string' &&
  'items' in answer &&
  Array.isArray(answer.items) &&
  isRow(answer.items[0])

const isRow = (row: unknown): boolean =>
  row === undefined ||
  (typeof row === 'object' && row !== null && 'id' in row && 'verdict' in row && 'name' in row)
