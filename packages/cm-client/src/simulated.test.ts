import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createCmClient, type CmClient } from './client.ts'
import { connectorCalls } from './connectors.ts'
import type { CmErrorCode } from './error.ts'
import { create, nameOf, node, simulatedWrites } from './test/simulated-writes.ts'
import { writerCalls } from './writers.ts'
import { permitWrite } from './permit.ts'

let simulator: Simulator
let client: CmClient

beforeAll(async () => {
  simulator = await launchSimulator()
  client = createCmClient({ url: simulator.url })
  // A host to move to is one that something stands on.
  await simulator.control('POST', 'writers', { name: `${node}-9000:p_y_source-000-0:0000000001` })
})
afterAll(async () => {
  await client.close()
  await simulator.end()
})

/** What CM's page leaves open, as ways for a CM to be (cm-api.md §9.3). */
const openQuestions = {
  oldName: ['gone', 'stale'],
  applier: ['name', 'object'],
  connectorName: ['result', 'connector', 'taskName', 'task-object', 'message'],
} as const

const worlds = openQuestions.oldName.flatMap((oldName) =>
  openQuestions.applier.flatMap((applier) =>
    openQuestions.connectorName.map((connectorName) => ({ oldName, applier, connectorName })),
  ),
)

const refusals: Readonly<Record<string, CmErrorCode>> = {
  'false-200': 'REJECTED',
  'false-400': 'REJECTED',
  'false-500': 'REJECTED',
  v2: 'REJECTED',
  'html-400': 'BAD_STATUS',
  'html-500': 'BAD_STATUS',
  'empty-500': 'BAD_STATUS',
  'text-400': 'BAD_STATUS',
}

const accepted = worlds.flatMap((world, row) =>
  simulatedWrites.map((write, column) => ({
    write,
    world,
    words: Object.values(world).join(' '),
    number: row * 100 + column,
  })),
)

const wrongTimes = [
  ...simulatedWrites.map((write) => ({ write, when: 'that is unknown' })),
  ...simulatedWrites
    .filter(({ mustBeStopped }) => mustBeStopped)
    .map((write) => ({ write, when: 'while it runs' })),
]

const refused = Object.entries(refusals).flatMap(([refusal, code], row) =>
  wrongTimes.map(({ write, when }, column) => ({
    write,
    when,
    refusal,
    code,
    number: 10_000 + row * 100 + column,
  })),
)

const cells = accepted.length + refused.length

test.for(accepted.filter(({ write }) => !write.makesNew))(
  `matrix: ${cells} cells: $write.title of a CM of $words is taken, and makes no new name`,
  async ({ world, number, write: { kind, call, running } }) => {
    const { name } = nameOf(kind, number)
    await simulator.control('POST', 'variants', world)
    await create(simulator, { kind, name, running })

    const reply = await client.write(permitWrite(call(name)))

    expect(reply).toMatchObject({ status: 200, newName: null })
  },
)

test.for(accepted.filter(({ write }) => write.makesNew))(
  `matrix: ${cells} cells: $write.title of a CM of $words is taken, and tells the name to start`,
  async ({ world, number, write: { kind, call, running } }) => {
    const { name, identity } = nameOf(kind, number)
    await simulator.control('POST', 'variants', world)
    await create(simulator, { kind, name, running })

    const { newName } = await client.write(permitWrite(call(name)))
    const start = kind === 'writer' ? writerCalls.start : connectorCalls.start
    const started = await client.write(permitWrite(start(newName ?? '')))

    expect(newName).not.toBe(name)
    expect(newName).toContain(`${node}-9000:${identity}:`)
    expect(started.status).toBe(200)
  },
)

test.for(refused)(
  `matrix: ${cells} cells: $write.title $when is $code of a CM that refuses as $refusal`,
  async ({ refusal, code, when, number, write: { kind, call } }) => {
    const { name } = nameOf(kind, number)
    await simulator.control('POST', 'variants', { refusal })
    if (when === 'while it runs') await create(simulator, { kind, name, running: true })

    const error: unknown = await client
      .write(permitWrite(call(name)))
      .catch((reason: unknown) => reason)

    expect(error).toMatchObject({ code, outcome: code === 'REJECTED' ? 'not-done' : 'unknown' })
  },
)

test('the matrix has every write of the thirteen calls', () => {
  expect(new Set(simulatedWrites.map(({ call }) => call('x').path)).size).toBe(12)
})
