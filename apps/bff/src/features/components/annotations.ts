import { isBlankNote } from '@wheelhouse/contract'
import type { ProtectionLevel } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { AuditTrail } from '../audit/trail.ts'
import { noteColumns, type Note, type Tracked } from './tracked.ts'

/** What somebody says of a component; what is left out stays as it is. */
export interface Annotation {
  /** Empty takes it away. */
  note?: string | undefined
  /** Null for its cluster's. */
  protection?: ProtectionLevel | null | undefined
}

interface Circumstances {
  db: Kysely<Database>
  trail: AuditTrail
  by: string
  nowMs: number
}

/**
 * Writes down what changes, each change with a record of its own, and answers those that the
 * component has from then on; `undefined` where all of it was so already.
 */
export async function annotate(
  tracked: Tracked,
  annotation: Annotation,
  { db, trail, by, nowMs }: Circumstances,
): Promise<Partial<Pick<Tracked, 'note' | 'protection'>> | undefined> {
  const { id, cluster, kind, name } = tracked
  const note =
    annotation.note === undefined ? tracked.note : readNote(annotation.note, { by, nowMs })
  const protection =
    annotation.protection === undefined ? tracked.protection : annotation.protection
  const isNoted = note?.text !== tracked.note?.text
  const isProtected = protection !== tracked.protection
  if (!isNoted && !isProtected) return undefined

  const record = { actor: by, component: { id, cluster, kind, name } }
  await db.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('component')
      .set({ ...(isNoted && noteColumns(note)), ...(isProtected && { protection }) })
      .where('id', '=', id)
      .execute()
    if (isNoted)
      await trail.append(transaction, {
        ...record,
        kind: 'component.noted',
        body: { note: note?.text ?? null },
      })
    if (isProtected)
      await trail.append(transaction, {
        ...record,
        kind: 'component.protected',
        body: { protection, before: tracked.protection },
      })
  })
  return { ...(isNoted && { note }), ...(isProtected && { protection }) }
}

/**
 * A note as it is kept, without what no eye can see and no database gives back as it was: control
 * characters but tabs and line ends, half characters. Null where nothing that can be
 * seen is left.
 */
export function readNote(text: string, { by, nowMs }: { by: string; nowMs: number }): Note | null {
  const kept = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim()
  return isBlankNote(kept) ? null : { text: kept, by, atMs: nowMs }
}
