import { checkerTypes, type Checker } from './checker.ts'
import type { CmEndpoint } from './cm-endpoint.ts'
import { accept, refuse, repeated, type Decision, type Order } from './decision.ts'
import { valueOf, valuesIn, type Params } from './form.ts'
import type { Simulation } from './simulation.ts'

const verbs = { start, update, stop }

/** The Checker chapter of the vendor's page (cm-api.md §1.2, rows 17 to 19): `curl -d`, or GET. */
export const checkerEndpoints = (simulation: Simulation): CmEndpoint[] =>
  Object.entries(verbs).flatMap(([verb, decide]) =>
    (['POST', 'GET'] as const).map((method): CmEndpoint => ({
      method,
      path: `/checker/${verb}`,
      parameters: method === 'POST' ? 'form' : 'query',
      naming: 'task.id',
      component: 'checker',
      decide: (order) => {
        if (!/^\d{1,18}$/.test(order.name)) return refuse('task.id must be an integer')
        const checker = simulation.world.checkers.get(order.name)
        return checker === undefined
          ? refuse(`checker ${order.name} does not exist`)
          : decide(simulation, checker, order)
      },
    })),
  )

function start(simulation: Simulation, checker: Checker, { params }: Order): Decision {
  const resume = valueOf(params, 'task.resume') ?? 'false'
  if (resume !== 'true' && resume !== 'false') return refuse('task.resume must be true or false')
  const misnamed = typeTrouble(checker, params)
  if (misnamed !== undefined) return refuse(misnamed)
  if (checker.running) {
    return repeated(simulation.variants, `checker ${checker.taskId} is already running`)
  }
  return accept('started', () =>
    change(simulation, checker.taskId, { running: true, resumed: resume === 'true' }),
  )
}

function stop(simulation: Simulation, checker: Checker, { params }: Order): Decision {
  const { stopTakesMs } = simulation.variants
  const misnamed = typeTrouble(checker, params)
  if (misnamed !== undefined) return refuse(misnamed)
  if (!checker.running) {
    return repeated(simulation.variants, `checker ${checker.taskId} is already stopped`)
  }
  return accept('stopped', () => change(simulation, checker.taskId, { running: false }), {
    takesMs: stopTakesMs,
  })
}

/** In any state, as the console has it (cm-api.md §1.2, row 18). Its keys are bare. */
function update(simulation: Simulation, checker: Checker, { params }: Order): Decision {
  const keys = [...valuesIn(params)].filter(([key]) => key !== 'task.id')
  if (keys.length === 0) return refuse('a key to update is required')
  return accept('updated', () => {
    const current = simulation.world.checkers.get(checker.taskId)
    if (current === undefined) return
    change(simulation, checker.taskId, { config: new Map([...current.config, ...keys]) })
  })
}

/** A checker is of one type; under the other one CM is taken not to find it. */
function typeTrouble({ taskId, type }: Checker, params: Params): string | undefined {
  const asked = valueOf(params, 'task.type')
  if (asked === undefined) return 'task.type is required'
  if (!checkerTypes.some((known) => known === asked)) return 'task.type must be migrate or verify'
  return asked === type ? undefined : `checker ${taskId} of type ${asked} does not exist`
}

function change({ world }: Simulation, taskId: string, to: Partial<Checker>): void {
  const checker = world.checkers.get(taskId)
  if (checker !== undefined) world.checkers.set(taskId, { ...checker, ...to })
}
