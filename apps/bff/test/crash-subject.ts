import { randomBytes } from 'node:crypto'
import { guessSubtopic, type OperationRequest, type StepName } from '@wheelhouse/contract'
import type { Effect, Simulator } from '@wheelhouse/simulator'
import { effectsOf, type Cell } from './crash-cells.ts'

/** The component that a crash happens to; no other test knows it. */
export interface Subject {
  cell: Cell
  name: string
  /** Where a migration brings it, and what it is called there. */
  host: string
  newName: string
  /** Where a rewind brings it, epoch seconds. */
  target: number
}

/** How far a rewind goes back; a component that was rewound can't catch that up within a test. */
const backSeconds = 20_000

let made = 0

/** Makes it in the simulated world, running; on a dead host where the plan has that. */
export async function makeSubject(cell: Cell, simulator: Simulator): Promise<Subject> {
  const serial = (made += 1)
  const identity = `p_crash${randomBytes(4).toString('hex')}_source-000-0`
  const { kind, isForced } = cell.plan
  const [from, host] = [`10.1.0.${serial}`, `10.2.0.${serial}`]
  const name = `${from}-9000:${identity}:0000000001`
  await simulator.control('POST', 'hosts', { name: host })
  await simulator.control('POST', `${kind}s`, { name })
  if (isForced) await simulator.control('PATCH', 'hosts', { name: from, up: false })
  return {
    cell,
    name,
    host,
    newName: `${host}-9000:${identity}:0000000002`,
    target: Math.floor(Date.now() / 1000) - backSeconds,
  }
}

/** What a person asks for. */
export function requestFor({ cell, name, host, target }: Subject, component: string) {
  const common = { component, reason: 'the disk of the target was restored' }
  const { kind, operation, isForced } = cell.plan
  if (operation === 'migrate')
    return {
      ...common,
      kind: operation,
      input: { host, ...(isForced && { force: true }) },
    } satisfies OperationRequest
  const subtopic = guessSubtopic(name, kind) ?? ''
  return {
    ...common,
    kind: operation,
    input: kind === 'writer' ? { checkpoint: target } : { checkpoints: { [subtopic]: target } },
  } satisfies OperationRequest
}

/** Holds the answer to the call of the step that crashes, once CM has done what it says. */
export async function holdReply({ cell, name, newName }: Subject, simulator: Simulator) {
  const verbs = cell.plan.kind === 'writer' ? writerCalls : connectorCalls
  await simulator.control('POST', 'faults', {
    endpoint: verbs[cell.step],
    fault: 'slow',
    when: 'after',
    ms: 120_000,
    name: cell.step === 'start-new' ? newName : name,
  })
}

const writerCalls: Partial<Record<StepName, string>> = {
  stop: 'POST /applier/stop',
  'move-checkpoint': 'POST /applier/update',
  'start-there': 'POST /applier/start',
  migrate: 'POST /applier/migrate',
  'start-new': 'POST /applier/start',
}

const connectorCalls: Partial<Record<StepName, string>> = {
  stop: 'POST /connector/task/stopByName',
  'move-checkpoint': 'POST /connector/task/updateByName',
  'start-there': 'POST /connector/task/startByName',
  migrate: 'GET /connector/task/migrate',
  'start-new': 'POST /connector/task/startByName',
}

/** What was done to it so far, under either name, the oldest first. */
export async function effectsOn(
  { name, newName }: Pick<Subject, 'name' | 'newName'>,
  simulator: Simulator,
): Promise<Effect[]> {
  const effects = await simulator.effects()
  return effects.filter((effect) => effect.name === name || effect.name === newName)
}

/** Whether CM has carried out everything up to the step that crashes. */
export async function isCarriedOut(subject: Subject, simulator: Simulator): Promise<boolean> {
  const { plan, position } = subject.cell
  const wanted = effectsOf({ ...plan, steps: plan.steps.slice(0, position + 1) })
  return (await effectsOn(subject, simulator)).length >= wanted.length
}
