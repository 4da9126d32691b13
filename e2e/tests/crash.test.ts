import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { cells, effectsOf, truthOf, type Cell } from '../../apps/bff/test/crash-cells.ts'
import { crash, type Crashed } from '../../apps/bff/test/crash-stage.ts'
import { effectsOn } from '../../apps/bff/test/crash-subject.ts'
import { didHappen, lookFor } from '../../apps/bff/test/crash-world.ts'
import { expect, test } from '../fixtures.ts'
import { retry, sayItHappened, stepEntry, stepTitle, tryAgain } from '../operation-page.ts'

const serve = join(import.meta.dirname, '../../scripts/serve.ts')

/** What stands beside a step that counts as done: each on another ground. */
const doneWords = 'accepted by CM|seen|.{0,20}but seen|said to have happened'

for (const cell of shownCells())
  test(`killed there, it says so, and its buttons bring it to its end: ${cell.title}`, async ({
    page,
    simulator,
  }) => {
    test.setTimeout(120_000)
    const { plan } = cell
    const crashed = await crash(cell, simulator)
    try {
      const wasDone = await didHappen(cell.step, crashed, simulator)
      const url = await crashed.restart(serve)
      const { id } = await crashed.askAgain(url)
      await page.goto(`${url}/operations/${id}`)

      await decide(page, crashed, wasDone)

      await expect(page.getByText('succeeded', { exact: true }).first()).toBeVisible({
        timeout: 60_000,
      })
      for (const [index, step] of plan.steps.entries()) {
        const title = stepTitle(step, plan.kind)
        const done = new RegExp(`^${index + 1}${title}(?:${doneWords})`, 'u')
        await expect(stepEntry(page, title)).toHaveText(done)
      }
      const name = plan.operation === 'migrate' ? crashed.newName : crashed.name
      expect((await lookFor(name, crashed, simulator))?.isRunning).toBe(true)
      expect((await effectsOn(crashed, simulator)).map(({ kind }) => kind)).toEqual(effectsOf(plan))
    } finally {
      await page.close()
      await crashed.end()
    }
  })

/** Reads what the page says of the step that needs somebody, and presses what fits what is found. */
async function decide(page: Page, { cell, newName }: Crashed, wasDone: boolean) {
  const { plan } = cell
  const { stuck, state, isProvable } = truthOf(cell)
  const step = stuck && plan.steps[stuck.position]
  if (!step) return
  const title = stepTitle(step, plan.kind)
  const entry = stepEntry(page, title)
  const what = plan.operation === 'rewind' ? 'rewind' : 'migration'
  const at = `step ${stuck.position + 1}`
  // A writer's readings prove it: nobody is asked, and nothing is sent.
  if (isProvable) return expect(entry).toContainText('but seen', { timeout: 30_000 })

  await expect(page.getByText(state, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: `Needs you: ${at}, ${title}` })).toBeVisible()
  if (state === 'failed') {
    await expect(page.getByText(`The ${what} stopped at ${at}, “${title}”.`)).toBeVisible()
    await expect(entry).toContainText(step === 'see-stopped' ? 'not seen' : 'refused')
    await expect(entry).toContainText(
      'Wheelhouse stopped before this step was done. Nothing was changed by it.',
    )
    if (step === 'start-new')
      await expect(
        page.getByText(`The new component ${newName} exists and has not been started.`),
      ).toBeVisible()
    else if (stuck.position > 0)
      await expect(page.getByText('The component is stopped, and stays so')).toBeVisible()
    return retry(page)
  }
  await expect(
    page.getByText(
      `The ${what} is held at ${at}: it is not known whether CM carried out “${title}”.`,
    ),
  ).toBeVisible()
  await expect(entry).toContainText('uncertain')
  await expect(entry).toContainText('Wheelhouse stopped before the answer came.')
  if (!wasDone) return tryAgain(page, { reason: 'looked on the host: it is not done' })
  return sayItHappened(page, {
    reason: 'looked on the host: it is done',
    ...(step === 'migrate' && { newName }),
  })
}

/**
 * One crash of every kind that can be told apart afterwards: by its plan, the step that needs somebody,
 * that step's state, and whether CM has done it. All of them are brought to their end in `apps/bff/test`.
 */
function shownCells(): Cell[] {
  const always = new Set<Cell['boundary']>(['before-send', 'after-outcome'])
  const seen = new Set(cells.filter(({ boundary }) => always.has(boundary)).map(kindOf))
  return cells.filter((cell) => {
    if (always.has(cell.boundary)) return true
    const kind = kindOf(cell)
    const isNew = !seen.has(kind)
    seen.add(kind)
    return isNew
  })
}

function kindOf(cell: Cell): string {
  const { plan, boundary } = cell
  const { stuck, state } = truthOf(cell)
  const isDone = state === 'uncertain' && boundary !== 'before-send'
  return JSON.stringify([plan, stuck?.position, state, isDone])
}
