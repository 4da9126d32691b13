import type { AuditFilter } from '@wheelhouse/contract'
import { sql, type ExpressionBuilder } from 'kysely'
import type { Database } from '../../database/schema.ts'
import { isUnfinished } from './unfinished.ts'

type Expressions = ExpressionBuilder<Database, 'audit'>

/** The condition that lets through what a filter names; an empty filter lets everything through. */
export const narrowed = (filter: AuditFilter, begunBeforeMs: number) => (is: Expressions) => {
  const { component, operation, kind, actor, cluster, q, from, to, unfinished } = filter
  return is.and([
    ...(component === undefined ? [] : [is('component_id', '=', component)]),
    ...(operation === undefined ? [] : [is('operation_id', '=', operation)]),
    ...(kind === undefined ? [] : [is('kind', '=', kind)]),
    ...(actor === undefined ? [] : [is('actor', '=', actor)]),
    ...(cluster === undefined ? [] : [is('cluster', '=', cluster)]),
    ...(from === undefined ? [] : [is('at', '>=', Date.parse(from))]),
    ...(to === undefined ? [] : [is('at', '<', Date.parse(to))]),
    ...(unfinished === undefined ? [] : [isUnfinished(begunBeforeMs)]),
    ...(q === undefined || q.trim() === ''
      ? []
      : [
          is.or([
            contains('component_name', q.trim()),
            // The body is JSON text, where a quotation mark is written otherwise.
            contains('body', JSON.stringify(q.trim()).slice(1, -1)),
          ]),
        ]),
  ])
}

/** Letters are compared without their case, as far as the database knows it; the escape is one that no string literal reads. */
function contains(column: 'component_name' | 'body', text: string) {
  const pattern = `%${text.replaceAll(/[!%_]/gu, '!$&')}%`
  return sql<boolean>`lower(${sql.ref(column)}) like lower(${pattern}) escape '!'`
}
