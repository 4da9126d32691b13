import type { OperationRequest } from '@wheelhouse/contract'
import { configure } from './configure.ts'
import { deleteWriter } from './delete.ts'
import { migrate } from './migrate.ts'
import type { Plan, PlanContext, Planned } from './plan.ts'
import { recheck } from './recheck.ts'
import { rewind } from './rewind.ts'
import { start } from './start.ts'
import { stop } from './stop.ts'

/** The plan of every kind of operation. */
const plans: { [Kind in OperationRequest['kind']]: Plan<Kind> } = {
  start,
  stop,
  configure,
  rewind,
  migrate,
  delete: deleteWriter,
  recheck,
}

/** What a request comes to. Throws `INVALID_INPUT` naming the field. */
export const planOf = <Kind extends OperationRequest['kind']>(
  kind: Kind,
  context: PlanContext<Kind>,
): Planned => plans[kind](context)
