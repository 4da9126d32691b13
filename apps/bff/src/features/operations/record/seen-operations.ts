import type { Operation, OperationKind, Target } from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import type { Database } from '../../../database/schema.ts'

/** What a list of operations can be narrowed to. */
export interface OperationFilter {
  component?: string | undefined
  kind?: OperationKind | undefined
  state?: Operation['state'] | undefined
}

interface Asked extends OperationFilter {
  limit: number
  isSeen: (operation: Pick<Operation, 'component' | 'newName'>) => boolean
}

const rowsAtOnce = 2_000

/**
 * The newest of those operations that somebody may see, by their ids, and how many there are in all. What
 * they see follows from names, which no query can compare: so every row is looked at, without its steps.
 */
export async function seenOperations(
  db: Kysely<Database>,
  { component, kind, state, limit, isSeen }: Asked,
): Promise<{ ids: string[]; total: number }> {
  const ids: string[] = []
  let total = 0
  for (let last: { created_at: number; id: string } | undefined; ;) {
    const after = last
    const rows = await db
      .selectFrom('operation')
      .select(['id', 'created_at', 'component_id', 'cluster', 'component_kind'])
      .select(['component_name', 'new_name'])
      .$if(component !== undefined, (it) => it.where('component_id', '=', component ?? ''))
      .$if(kind !== undefined, (it) => it.where('kind', '=', kind ?? 'start'))
      .$if(state !== undefined, (it) => it.where('state', '=', state ?? 'queued'))
      .$if(after !== undefined, (it) =>
        it.where((is) =>
          is.or([
            is('created_at', '<', after?.created_at ?? 0),
            is.and([is('created_at', '=', after?.created_at ?? 0), is('id', '<', after?.id ?? '')]),
          ]),
        ),
      )
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(rowsAtOnce)
      .execute()
    const seen = rows.filter((row) => isSeen({ component: targetOf(row), newName: row.new_name }))
    total += seen.length
    ids.push(...seen.slice(0, Math.max(0, limit - ids.length)).map(({ id }) => id))
    last = rows.at(-1)
    if (rows.length < rowsAtOnce) return { ids, total }
  }
}

const targetOf = (row: {
  component_id: string
  cluster: string
  component_kind: Target['kind']
  component_name: string
}): Operation['component'] => ({
  id: row.component_id,
  cluster: row.cluster,
  kind: row.component_kind,
  name: row.component_name,
})
