import { expect, type Locator, type Page } from '@playwright/test'
import type { Simulator } from '@wheelhouse/simulator'
import { callsIn, type Call } from './curl.ts'

/** The row of a component in the list. */
export const rowOf = (page: Page, shown: string): Locator =>
  page.getByRole('row').filter({ hasText: shown })

/** The head of a component's page: its name and how it is; below it its past stands, in the same words. */
export const headOf = (page: Page): Locator =>
  page
    .getByRole('main')
    .locator('header')
    .filter({ has: page.getByRole('heading', { level: 1 }) })

/** Opens the menu of what can be done beside start and stop, and leaves it open. */
export async function openMenu(page: Page, within: Page | Locator = page): Promise<Locator> {
  await within.getByRole('button', { name: /^More actions for |的更多操作$/u }).click()
  const menu = page.getByRole('menu')
  await expect(menu).toBeVisible()
  return menu
}

/** Chooses from that menu, in the list's row or on the component's page, and answers the dialog. */
export async function choose(page: Page, verb: string, within: Page | Locator = page) {
  const menu = await openMenu(page, within)
  await menu.getByRole('menuitem', { name: new RegExp(`^${verb}…`, 'u') }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  return page.getByRole('dialog')
}

/** Gives the reason and types the name that the dialog asks for: what follows the host. */
export async function confirm(dialog: Locator, { name, reason }: { name: string; reason: string }) {
  await dialog.getByRole('textbox', { name: /^(?:Reason|原因)/u }).fill(reason)
  await dialog
    .getByRole('textbox', { name: /^(?:To confirm, type|请输入以确认)/u })
    .fill(name.slice(name.indexOf(':') + 1))
}

/** What the dialog says will be sent, once it is the plan of what the form says and can be sent. */
export async function planOf(dialog: Locator, submit: string): Promise<string> {
  await expect(dialog.getByRole('button', { name: submit, exact: true })).not.toHaveAttribute(
    'aria-disabled',
    'true',
    { timeout: 15_000 },
  )
  return shownIn(
    dialog.getByRole('region', { name: /^(?:What will be sent to CM|将向 CM 发送的请求)$/u }),
  )
}

/** Clicks twice, as people do, and waits until the dialog is gone. */
export async function submitTwice(dialog: Locator, submit: string) {
  await dialog.getByRole('button', { name: submit, exact: true }).dblclick()
  await expect(dialog).toBeHidden()
}

/** Waits until the notice at the foot of the page says it, and follows it to the operation's page. */
export async function followNotice(page: Page, says: string) {
  const notice = page.getByRole('status').filter({ hasText: says })
  await expect(notice).toBeVisible({ timeout: 30_000 })
  await notice.getByRole('link').click()
  await expect(page).toHaveURL(/\/operations\//u)
}

/** Of what can't be observed the operation's page claims no more than CM's word. */
export const expectAcceptedOnly = (page: Page, what: string) =>
  expect(
    page.getByText(`CM accepted the ${what}. CM offers no way to see what came of it.`),
  ).toBeVisible()

interface Shown {
  /** As the dialog had it. */
  plan: string
  /** The component's names, before and after. */
  names: readonly string[]
  /** What the plan's variables stand for. */
  variables?: Readonly<Record<string, string>>
}

/** On the operation's page: what was shown before, what is shown now and what CM got are the same calls. */
export async function expectSentAsShown(
  page: Page,
  simulator: Simulator,
  { plan, names, variables }: Shown,
) {
  const planned = callsIn(plan, variables)
  const requests = page.getByRole('region', { name: /^(?:Request|请求) ?\d+$/u })
  await expect(requests).toHaveCount(planned.length)
  const shown = (await requests.allTextContents()).join('\n')
  expect(callsIn(shown, variables)).toEqual(planned)
  expect(await callsFor(simulator, ...names)).toEqual(planned.filter(changesSomething))
}

/** The writes that reached CM for a component, by all its names, in their order. */
export async function callsFor(simulator: Simulator, ...names: string[]): Promise<Call[]> {
  const writes = await Promise.all(names.map((name) => simulator.writes(name)))
  return writes
    .flat()
    .toSorted((one, other) => one.n - other.n)
    .map(({ method, path, query, body }) => ({ method, path, query, body }))
}

/** A call with a form, as most writes are. */
export const form = (path: string, body: Record<string, string>): Call => ({
  method: 'POST',
  path,
  query: {},
  body,
})

/** A call with all that it says in its address. */
export const query = (method: string, path: string, said: Record<string, string>): Call => ({
  method,
  path,
  query: said,
  body: null,
})

const changesSomething = ({ path }: Call): boolean => path !== '/JDBCWriter/detail'

async function shownIn(block: Locator): Promise<string> {
  return (await block.textContent()) ?? ''
}
