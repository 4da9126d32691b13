import type { Component, ComponentKind, ProtectionLevel } from '@wheelhouse/contract'
import type { Selectable } from 'kysely'
import type { Database } from '../../database/schema.ts'

/** A component that we watch: CM documents no list call, so somebody named it. */
export interface Tracked {
  id: string
  cluster: string
  kind: ComponentKind
  name: string
  origin: Component['origin']
  trackedAtMs: number
  /** When it was last found active after a stop of ours: since then that stop explains nothing. */
  activeSeenAtMs: number | null
  note: Note | null
  /** Its own level; null for its cluster's. */
  protection: ProtectionLevel | null
}

export interface Note {
  text: string
  by: string
  atMs: number
}

/** What a component is found by: no two of a kind have one name in a cluster. */
export type Named = Pick<Tracked, 'cluster' | 'kind' | 'name'>

export const keyOf = ({ cluster, kind, name }: Named): string =>
  JSON.stringify([cluster, kind, name])

export const trackedOf = (row: Selectable<Database['component']>): Tracked => ({
  id: row.id,
  cluster: row.cluster,
  kind: row.kind,
  name: row.name,
  origin: row.origin,
  trackedAtMs: row.tracked_at,
  activeSeenAtMs: row.active_seen_at,
  note:
    row.note === null ? null : { text: row.note, by: row.note_by ?? '', atMs: row.note_at ?? 0 },
  protection: row.protection,
})

export const rowOf = (tracked: Tracked): Database['component'] => ({
  id: tracked.id,
  cluster: tracked.cluster,
  kind: tracked.kind,
  name: tracked.name,
  origin: tracked.origin,
  tracked_at: tracked.trackedAtMs,
  active_seen_at: tracked.activeSeenAtMs,
  ...noteColumns(tracked.note),
  protection: tracked.protection,
})

export const noteColumns = (note: Note | null) => ({
  note: note?.text ?? null,
  note_by: note?.by ?? null,
  note_at: note?.atMs ?? null,
})
