import { join } from 'node:path'
import type { Operation } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cells, isDoneAt, truthOf, type Cell } from './crash-cells.ts'
import { bringToEnd, learnt, readInVain } from './crash-end.ts'
import { expectGoal, expectOnce, expectTruth } from './crash-expectations.ts'
import { crash, type Crashed } from './crash-stage.ts'
import { effectsOn } from './crash-subject.ts'
import { didHappen } from './crash-world.ts'

const main = join(import.meta.dirname, '../src/main.ts')
const count = { kills: 0, ended: 0, doubled: 0 }
let simulator: Simulator

beforeAll(async () => {
  simulator = await launchSimulator()
})

afterAll(async () => {
  await simulator.end()
  const { kills, ended, doubled } = count
  process.stdout.write(
    `crash: ${kills} kills, ${ended} operations brought to their end, ${doubled} double effects\n`,
  )
})

test.concurrent.for(cells)(
  'killed there, it says the truth and is brought to its end: $title',
  { timeout: 120_000 },
  async (cell, { onTestFinished }) => {
    const crashed = await crash(cell, simulator)
    onTestFinished(crashed.end)
    count.kills += 1

    expect(await goOn(crashed)).toBe('succeeded')
  },
)

test.concurrent.for(cells.filter(isOutForGood))(
  'killed twice more while it takes up what was left, it says the truth all the same: $title',
  { timeout: 120_000 },
  async (cell, { onTestFinished }) => {
    const crashed = await crash(cell, simulator)
    onTestFinished(crashed.end)

    await crashed.crashAgain('before-outcome')
    await crashed.crashAgain('after-outcome')
    count.kills += 3

    expect(await goOn(crashed)).toBe('succeeded')
  },
)

/** Of each plan the write that matters most, done by CM while its answer was lost. */
function isOutForGood({ step, boundary }: Cell): boolean {
  return boundary === 'before-reply' && (step === 'migrate' || step === 'move-checkpoint')
}

/** Starts the ordinary product on what the crash has left, and goes on as a person would; answers the end. */
async function goOn(crashed: Crashed): Promise<Operation['state']> {
  const { cell } = crashed
  const truth = truthOf(cell)
  expect(await didHappen(cell.step, crashed, simulator)).toBe(isDoneAt(cell))

  const url = await crashed.restart(main)
  const { id } = await crashed.askAgain(url)

  const at = { id, url, simulator }
  if (truth.isProvable) await learnt(crashed, at)
  else if (truth.state === 'uncertain' && cell.plan.kind === 'writer')
    await readInVain(crashed, simulator)
  await expectTruth(crashed, at)

  const { operation, decisions } = await bringToEnd(crashed, at)

  const byHand = truth.state === 'failed' ? ['retried'] : isDoneAt(cell) ? ['happened'] : ['again']
  expect(decisions).toEqual(truth.stuck === null || truth.isProvable ? [] : byHand)
  await expectGoal(crashed, at)
  const effects = await effectsOn(crashed, simulator)
  // No plan does the same thing twice.
  count.doubled += effects.length - new Set(effects.map(({ kind }) => kind)).size
  await expectOnce(crashed, operation, at)
  count.ended += 1
  return operation.state
}
