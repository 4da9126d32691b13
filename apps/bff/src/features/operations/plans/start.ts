import { isObservable } from '@wheelhouse/contract'
import { observability } from './around.ts'
import { commandsFor } from './commands.ts'
import { planned, type Plan } from './plan.ts'

/** Vendor page, 启动 Light-Connector, 启动 Writer, 启动 Checker. */
export const start: Plan<'start'> = ({ component, input }) =>
  planned({
    steps: [{ name: 'start', call: commandsFor(component, input).start() }],
    // What can't be seen may have one, and nobody would know.
    preconditions: isObservable(component.kind)
      ? [{ name: 'no-twin', holds: component.twin ? 'no' : 'yes' }]
      : [],
    warnings: observability(component),
  })
