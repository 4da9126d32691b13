import { observability } from './around.ts'
import { commandsFor } from './commands.ts'
import { planned, type Plan } from './plan.ts'

/** Stop, then start with `task.resume=true` (cm-api.md §1.7). */
export const recheck: Plan<'recheck'> = ({ component, input }) => {
  const commands = commandsFor(component, { ...input, resume: true })
  return planned({
    steps: [
      { name: 'stop', call: commands.stop() },
      { name: 'start', call: commands.start() },
    ],
    warnings: ['interrupts', ...observability(component)],
  })
}
