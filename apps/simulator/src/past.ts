import type { Writer } from './writer.ts'

/** What reads may still answer when they are stale: each writer's last few states. */
export interface Past {
  /** Remembers what a writer was before a change; `undefined` where it was not there. */
  note: (name: string, before: Writer | undefined, atMs: number) => void
  /** The writer as it was at a moment, where it has changed since. */
  recall: (name: string, atMs: number) => { writer: Writer | undefined } | undefined
}

const changesKept = 50

export function createPast(): Past {
  const changes = new Map<string, { atMs: number; writer: Writer | undefined }[]>()
  return {
    note: (name, before, atMs) => {
      const known = changes.get(name) ?? []
      changes.set(name, [...known.slice(1 - changesKept), { atMs, writer: before }])
    },
    recall: (name, atMs) => changes.get(name)?.find((change) => change.atMs > atMs),
  }
}
