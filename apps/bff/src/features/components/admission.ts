import { nameFault, type ImportResult, type ProtectionLevel } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { AuditTrail } from '../audit/trail.ts'
import { readNote } from './annotations.ts'
import { keyOf, rowOf, type Named, type Tracked } from './tracked.ts'

/** A name that somebody wants tracked, with what they know of it. */
export interface Candidate extends Named {
  note?: string | undefined
  protection?: ProtectionLevel | undefined
}

/** Whether who asks may do so with a component of this name, whether or not there is one. */
type Allows = (permission: 'read' | 'inventory', named: Named) => boolean

/** Who asks, as far as it matters, and when. */
export interface Asking {
  nowMs: number
  allows: Allows
}

interface Admission {
  origin: Tracked['origin']
  by: string
  nowMs: number
  newId: () => string
  hasCluster: (cluster: string) => boolean
  /** The component that has this name, or had it. */
  bearerOf: (name: Named) => string | undefined
  namedOf: (id: string) => Named | undefined
  allows: Allows
}

/** One statement inserts at most so many rows; databases limit its parameters. */
const rowsPerInsert = 500

/** Which of them are new, and for each, in order, what becomes of it. */
export function admit(
  candidates: readonly Candidate[],
  { origin, by, nowMs, newId, hasCluster, bearerOf, namedOf, allows }: Admission,
): { fresh: Tracked[]; results: ImportResult[] } {
  const fresh = new Map<string, Tracked>()
  const results = candidates.map((candidate): ImportResult => {
    const { cluster, kind, name } = candidate
    const named = { cluster, kind, name }
    if (!hasCluster(cluster)) return { ...named, outcome: 'refused', isForeign: true }
    // Before it is looked whether it is tracked: that must not tell.
    if (!allows('inventory', named)) return { ...named, outcome: 'refused', isNotAllowed: true }
    const fault = nameFault(name, kind)
    if (fault) return { ...named, outcome: 'refused', fault }
    const known = fresh.get(keyOf(named))?.id ?? bearerOf(named)
    if (known !== undefined) {
      // It may have another name by now, which is not theirs to see.
      const bearer = namedOf(known) ?? named
      return { ...named, outcome: 'already-tracked', ...(allows('read', bearer) && { id: known }) }
    }
    const id = newId()
    fresh.set(keyOf(named), {
      id,
      ...named,
      origin,
      trackedAtMs: nowMs,
      activeSeenAtMs: null,
      note: readNote(candidate.note ?? '', { by, nowMs }),
      protection: candidate.protection ?? null,
    })
    return { ...named, outcome: 'tracked', id }
  })
  return { fresh: [...fresh.values()], results }
}

/** Writes them down and puts on record who named them: all of it, or nothing. */
export async function insertTracked(
  fresh: readonly Tracked[],
  { db, trail, by }: { db: Kysely<Database>; trail: AuditTrail; by: string },
) {
  if (fresh.length === 0) return
  const groups = Map.groupBy(fresh, ({ cluster, kind }) => JSON.stringify([cluster, kind]))
  await db.transaction().execute(async (transaction) => {
    for (const group of groups.values())
      for (let at = 0; at < group.length; at += rowsPerInsert) {
        const some = group.slice(at, at + rowsPerInsert)
        await transaction.insertInto('component').values(some.map(rowOf)).execute()
        const { cluster = '', kind = '', origin = '' } = some[0] ?? {}
        const annotated = some.filter(
          ({ note, protection }) => note !== null || protection !== null,
        )
        await trail.append(transaction, {
          kind: 'component.tracked',
          actor: by,
          body: {
            cluster,
            kind,
            origin,
            names: some.map(({ name }) => name),
            ...(annotated.length > 0 && {
              annotated: annotated.map(({ name, note, protection }) => ({
                name,
                note: note?.text,
                protection: protection ?? undefined,
              })),
            }),
          },
        })
      }
  })
}
