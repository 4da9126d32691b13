import type { Cluster, Component, ComponentReading } from '@wheelhouse/contract'
import { createStore } from '../lib/store.ts'
import type { Store } from '../lib/store.ts'

/** All rows at one moment, and what came between it and the one before. */
export interface Rows {
  readonly list: readonly Component[]
  /** Counts the moments. */
  readonly version: number
  /** The rows that are others since the version before, came or went; null: any may be. */
  readonly changed: ReadonlySet<string> | null
}

/** What became of a row: another one, another reading of it, or not tracked any more. */
export type RowChange = Component | { readonly reading: ComponentReading } | null

export type RowChanges = ReadonlyMap<string, RowChange>

type Listener = () => void

export type EstateStore = ReturnType<typeof createEstateStore>

const everyMs = 1000

/**
 * The rows of all components, outside React. A change tells the listeners of that row and no others; the
 * list as a whole is made anew at most once a second, at once after a quiet time.
 */
export function createEstateStore() {
  const byId = new Map<string, Component>()
  const listeners = new Map<string, Set<Listener>>()
  /** How often a row was told whole, and not its reading alone. */
  const told = new Map<string, number>()
  const rows: Store<Rows | undefined> = createStore<Rows | undefined>(undefined)
  const clusters = createStore<readonly Cluster[] | undefined>(undefined)
  let changed: Set<string> | null = new Set()
  let timer: ReturnType<typeof setTimeout> | undefined
  let revision: string | undefined

  const tell = (id: string) => {
    for (const listener of listeners.get(id) ?? []) listener()
  }

  const makeList = () => {
    const version = (rows.get()?.version ?? 0) + 1
    const since = changed
    changed = new Set()
    rows.set({ list: [...byId.values()], version, changed: since })
  }

  /** A tick later there may be more; and then it takes a second before the next. */
  const rest = () => {
    timer = setTimeout(() => {
      timer = undefined
      if (changed === null || changed.size > 0) flush()
    }, everyMs)
  }

  /** Makes the list anew now: for what a person has just done. */
  function flush() {
    clearTimeout(timer)
    makeList()
    rest()
  }

  const take = (id: string, change: RowChange): boolean => {
    const known = byId.get(id)
    if (change === null) {
      told.delete(id)
      return byId.delete(id)
    }
    if ('reading' in change) {
      if (known) byId.set(id, { ...known, ...change.reading })
      return known !== undefined
    }
    told.set(id, (told.get(id) ?? 0) + 1)
    byId.set(id, change)
    return true
  }

  return {
    rows,
    clusters,
    flush,

    get: (id: string) => byId.get(id),

    /** As of now, and so maybe later than the list. */
    all: (): Component[] => [...byId.values()],

    isRead: () => rows.get() !== undefined,

    /** Of the estate as these rows show it; `undefined` until they are read. */
    revision: () => revision,

    /** The stream told all that came up to it. */
    setRevision(next: string) {
      revision = next
    },

    /** How often it was told whole: whoever reads it meanwhile sees whether the stream was faster. */
    timesTold: (id: string) => told.get(id) ?? 0,

    /** Calls the listener whenever that row becomes another. */
    subscribeRow(id: string, listener: Listener): () => void {
      const those = listeners.get(id) ?? new Set()
      listeners.set(id, those)
      those.add(listener)
      return () => {
        those.delete(listener)
        if (those.size === 0 && listeners.get(id) === those) listeners.delete(id)
      }
    },

    /** Everything there is, in place of whatever was. */
    replaceAll(components: readonly Component[], itsRevision: string) {
      const wasRead = rows.get() !== undefined
      revision = itsRevision
      byId.clear()
      for (const component of components) take(component.id, component)
      for (const id of told.keys()) if (!byId.has(id)) told.delete(id)
      changed = null
      for (const id of listeners.keys()) tell(id)
      if (!wasRead || timer === undefined) flush()
    },

    /** What is not read yet stays so: of single rows no list is made. */
    change(changes: RowChanges) {
      if (rows.get() === undefined) return
      for (const [id, change] of changes) {
        if (!take(id, change)) continue
        changed?.add(id)
        tell(id)
      }
      if (timer === undefined && changed?.size !== 0) flush()
    },
  }
}
