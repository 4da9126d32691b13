import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { policyAnnotation, policyReportsIn, watchPolicy } from './policy.ts'
import { startProduct, type Product } from './product.ts'
import { startGuardedProduct, type GuardedProduct } from './signed-in.ts'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'

interface OwnComponent {
  id: string
  name: string
  /** What commands and dialogs call it by; of a writer also what the list makes stand out. */
  identity: string
}

interface OwnConnector extends OwnComponent {
  /** The part of the name that the list makes stand out. */
  subtopic: string
}

interface WriterFacts {
  host?: string
  lagSeconds?: number
  rate?: number
  status?: string
  active?: boolean
  cfg?: Record<string, string>
}

interface TestFixtures {
  /** HTTP statuses whose "Failed to load resource" a test expects on the console; 0 where no answer came. */
  expectedStatuses: number[]
  /** Makes a writer that no other test knows, tracked and steady. */
  newWriter: (topic: string, writer?: WriterFacts) => Promise<OwnComponent>
  /** The same of a connector, of which nothing can be seen but at the simulator. */
  newConnector: (topic: string, connector?: object) => Promise<OwnConnector>
  /** The same of a checker; its name is its `task.id`. */
  newChecker: (checker?: object) => Promise<OwnComponent>
  /** A host of its own, up, to migrate to; answers its address. */
  newHost: () => Promise<string>
  consoleIsClean: void
  policyIsKept: void
}

interface WorkerFixtures {
  simulator: Simulator
  product: Product
  /** Another product over the same simulator, in which everybody has to sign in. */
  guarded: GuardedProduct
}

let made = 0

export const test = base.extend<TestFixtures, WorkerFixtures>({
  simulator: [
    async ({}, use) => {
      const simulator = await launchSimulator()
      await use(simulator)
      await simulator.end()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ simulator }, use) => {
      // `--cm-url` has no word for it: a writer's rewind must be allowed by name.
      const product = await startProduct([], {
        WHEELHOUSE_CLUSTERS_0_ID: 'default',
        WHEELHOUSE_CLUSTERS_0_URL: simulator.url,
        WHEELHOUSE_CLUSTERS_0_WRITER_REWIND: 'true',
      })
      await use(product)
      await product.end()
    },
    { scope: 'worker' },
  ],
  guarded: [
    async ({ simulator }, use) => {
      const guarded = await startGuardedProduct(['--cm-url', simulator.url])
      await use(guarded)
      await guarded.end()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  expectedStatuses: [[], { option: true }],

  newWriter: async ({ simulator, product }, use) => {
    await use(async (topic, { host = '10.0.0.1', ...writer } = {}) => {
      made += 1
      const identity = `p_${topic}${process.pid}x${made}_source-000-0`
      const name = `${host}-9000:${identity}:0000000001`
      await simulator.control('POST', 'writers', { name, ...writer })
      const [id = ''] = await product.track(name)
      return { id, name, identity }
    })
  },

  newConnector: async ({ simulator, product }, use) => {
    await use(async (topic, connector = {}) => {
      made += 1
      const subtopic = `p_${topic}${process.pid}x${made}_source-000-0`
      const identity = `connector:${subtopic}`
      const name = `10.0.0.1-9000:${identity}:0000000001`
      await simulator.control('POST', 'connectors', { name, ...connector })
      const [id = ''] = await product.track(name, 'connector')
      return { id, name, identity, subtopic }
    })
  },

  newChecker: async ({ simulator, product }, use) => {
    await use(async (checker = {}) => {
      made += 1
      const taskId = String(process.pid * 1000 + made)
      await simulator.control('POST', 'checkers', { taskId, ...checker })
      const [id = ''] = await product.track(taskId, 'checker')
      return { id, name: taskId, identity: taskId }
    })
  },

  newHost: async ({ simulator }, use) => {
    await use(async () => {
      made += 1
      const name = `10.7.${Math.floor(made / 250)}.${(made % 250) + 1}`
      await simulator.control('POST', 'hosts', { name })
      return name
    })
  },

  // Every page of a test's own context: an error on its console, a broken policy too, fails the test.
  consoleIsClean: [
    async ({ context, expectedStatuses }, use) => {
      const errors: string[] = []
      context.on('console', (message) => {
        if (message.type() !== 'error') return
        const status = unloadedStatus(message.text())
        if (status !== undefined && expectedStatuses.includes(status)) return
        // Of what did not load, which it was.
        errors.push(`${message.text()} ${message.location().url}`)
      })
      context.on('weberror', (error) => errors.push(String(error.error())))
      await use()
      expect(errors).toEqual([])
    },
    { auto: true },
  ],

  // The same of anything that the page's policy had to stop; `e2e/policy-reporter.ts` counts them all.
  policyIsKept: [
    async ({ context, product }, use, testInfo) => {
      const reportsBefore = policyReportsIn(product.said()).length
      const stopped = await watchPolicy(context)
      await use()
      const reports = policyReportsIn(product.said()).slice(reportsBefore)
      const description = String(stopped.length + reports.length)
      testInfo.annotations.push({ type: policyAnnotation, description })
      expect([...stopped, ...reports]).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** Fails on axe findings that keep somebody from using the page. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(serious).toEqual([])
}

/** The same of every part of a component's page, which stands open. */
export async function expectTabsAccessible(page: Page) {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    await expect(tab).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel').locator('[aria-busy=true]')).toHaveCount(0)
    await expectAccessible(page)
  }
}

/** Chromium writes each failed request on the console, with its status or with the network's own error. */
function unloadedStatus(message: string): number | undefined {
  const [, status, network] =
    /^Failed to load resource: (?:.*status of (\d+)|(net::ERR_))/u.exec(message) ?? []
  if (network !== undefined) return 0
  return status === undefined ? undefined : Number(status)
}

/** Where the writes for a component went, in their order. */
export async function pathsOfWrites(simulator: Simulator, name: string): Promise<string[]> {
  return (await simulator.writes(name)).map(({ path }) => path)
}
