import { observability } from './around.ts'
import { commandsFor } from './commands.ts'
import { planned, type Plan } from './plan.ts'

/** Vendor page, 停止 Light-Connector, 停止 Writer, 暂停 Checker. */
export const stop: Plan<'stop'> = ({ component, input }) =>
  planned({
    steps: [{ name: 'stop', call: commandsFor(component, input).stop() }],
    warnings: ['interrupts', ...observability(component)],
  })
