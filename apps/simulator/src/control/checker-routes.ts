import type { FastifyInstance } from 'fastify'
import { checkerTypes, createChecker, type Checker, type CheckerFacts } from '../checker.ts'
import type { Simulation } from '../simulation.ts'
import { ControlError } from './control-error.ts'
import { bodySchema, config } from './schemas.ts'
import { checkerView } from './views.ts'

/** Lets a test own its checkers, and change them behind CM's back. */
export function checkerRoutes(app: FastifyInstance, simulation: Simulation): void {
  app.post<{ Body: CheckerFacts }>('/checkers', { schema: state }, ({ body }, reply) => {
    const { checkers } = simulation.world
    if (checkers.has(body.taskId)) {
      throw new ControlError(409, 'taskId', 'is taken by another checker')
    }
    const checker = createChecker(body)
    checkers.set(checker.taskId, checker)
    return reply.code(201).send(checkerView(checker))
  })

  app.patch<{ Body: CheckerFacts }>('/checkers', { schema: state }, ({ body }) => {
    const { config = {}, ...change } = body
    const known = checkerNamed(simulation, body.taskId)
    const merged = new Map([...known.config, ...Object.entries(config)])
    const changed = { ...known, ...change, config: merged }
    simulation.world.checkers.set(body.taskId, changed)
    return checkerView(changed)
  })

  app.delete<{ Body: { taskId: string } }>('/checkers', { schema: removal }, ({ body }, reply) => {
    simulation.world.checkers.delete(checkerNamed(simulation, body.taskId).taskId)
    return reply.code(204).send()
  })
}

function checkerNamed({ world }: Simulation, taskId: string): Checker {
  const checker = world.checkers.get(taskId)
  if (checker === undefined) throw new ControlError(404, 'taskId', 'is no checker of this world')
  return checker
}

const taskId = { type: 'string', pattern: String.raw`^\d{1,18}$` }

const state = bodySchema(['taskId'], {
  taskId,
  type: { enum: checkerTypes },
  running: { type: 'boolean' },
  config,
})

const removal = bodySchema(['taskId'], { taskId })
