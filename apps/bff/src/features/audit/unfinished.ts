import { sql, type SqlBool } from 'kysely'

/** How long a call may take, and how long it may take after that to write down what came of it. */
export const unfinishedAfter = (callMs = 90_000): number => callMs + 60_000

/**
 * Whether a record is of a step that was begun before a moment, and no later one tells what came of it: it
 * may have been sent, and only whoever looks at the component can tell.
 */
export const isUnfinished = (begunBeforeMs: number) => sql<SqlBool>`(
  audit.kind = 'step.intent' and audit.at < ${begunBeforeMs} and not exists (
    select 1 from audit as later
    where later.operation_id = audit.operation_id and later.seq > audit.seq
      and (later.step = audit.step or later.kind = 'operation.abandoned')
  )
)`
