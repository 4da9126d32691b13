/** Remembers the newest entries only, so that a simulator may run for weeks. */
export interface Log<Entry> {
  add: (entry: Entry) => void
  /** Oldest first. */
  newest: () => readonly Entry[]
  clear: () => void
}

export function createLog<Entry>(limit = 50_000): Log<Entry> {
  let entries: Entry[] = []
  return {
    add: (entry) => {
      entries.push(entry)
      // Cut rarely: dropping one entry at a time would move the whole array at each.
      if (entries.length >= 2 * limit) entries = entries.slice(-limit)
    },
    newest: () => entries.slice(-limit),
    clear: () => {
      entries = []
    },
  }
}
