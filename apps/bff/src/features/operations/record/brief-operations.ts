import type { Operation } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../../database/schema.ts'
import type { Before } from './stored-operation.ts'

interface Query {
  component: string
  /** Asked for from this moment on, epoch milliseconds. */
  fromMs: number
  /** And before this one. */
  toMs: number
  limit: number
}

interface BriefOperation extends Pick<Operation, 'id' | 'kind' | 'state' | 'actor'> {
  createdAtMs: number
  /** Where the component stood before; null where that was not seen. */
  checkpoint: number | null
}

/** A component's operations without their steps, the newest first. */
export async function briefOperations(
  db: Kysely<Database>,
  { component, fromMs, toMs, limit }: Query,
): Promise<BriefOperation[]> {
  const rows = await db
    .selectFrom('operation')
    .select(['id', 'kind', 'state', 'actor', 'created_at', 'before'])
    .where('component_id', '=', component)
    .where('created_at', '>=', fromMs)
    .where('created_at', '<', toMs)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, kind, state, actor, created_at, before }) => ({
    id,
    kind,
    state,
    actor,
    createdAtMs: created_at,
    // Written by `rows.ts` alone.
    checkpoint: (JSON.parse(before ?? 'null') as Before)?.checkpointSeconds ?? null,
  }))
}
