import { expect, type Locator, type Page } from '@playwright/test'
import type { StepName } from '@wheelhouse/contract'

/** A step as the page of its operation calls it. */
export function stepTitle(step: StepName, kind: 'writer' | 'connector'): string {
  const component = kind === 'writer' ? 'Writer' : 'Connector'
  const titles: Partial<Record<StepName, string>> = {
    stop: `Stop the ${component}`,
    'see-stopped': 'See it stopped',
    'move-checkpoint': 'Move the checkpoint',
    'start-there': 'Start from the new checkpoint',
    migrate: `Migrate the ${component}`,
    'start-new': `Start the new ${component}`,
  }
  return titles[step] ?? step
}

/** The entry of a step in the page's list of them. */
export const stepEntry = (page: Page, title: string): Locator =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) })

/** Retries what was not carried out. */
export async function retry(page: Page) {
  await page.getByRole('button', { name: 'Retry…' }).click()
  await submit(page, { button: 'Retry' })
}

/** Says that an uncertain step happened; of a migration, with the name that was found. */
export async function sayItHappened(page: Page, { reason, newName }: Said) {
  await page.getByRole('button', { name: 'It happened…' }).click()
  const name = page.getByRole('dialog').getByRole('textbox', { name: /The name that it has now/u })
  if (newName !== undefined) await name.fill(newName)
  await submit(page, { button: 'It happened', reason })
}

/** Sends an uncertain step a second time, having looked that it was not carried out. */
export async function tryAgain(page: Page, { reason }: Said) {
  await page.getByRole('button', { name: 'Try again…' }).click()
  const looked = page.getByRole('dialog').getByRole('checkbox', { name: /I have looked/u })
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible()
  if (await looked.isVisible()) await looked.check()
  await submit(page, { button: 'Send it a second time', reason })
}

interface Said {
  reason: string
  newName?: string
}

async function submit(page: Page, { button, reason }: { button: string; reason?: string }) {
  const dialog = page.getByRole('dialog')
  if (reason !== undefined) await dialog.getByRole('textbox', { name: /^Reason/u }).fill(reason)
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await expect(dialog).toBeHidden()
}
