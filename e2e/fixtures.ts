import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { startProduct, type Product } from './product.ts'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'

interface OwnWriter {
  id: string
  name: string
  /** The part of the name that the list makes stand out. */
  identity: string
}

interface TestFixtures {
  /** HTTP statuses whose "Failed to load resource" a test expects on the console; 0 where no answer came. */
  expectedStatuses: number[]
  /** Makes a writer that no other test knows, tracked and steady. */
  newWriter: (topic: string, writer?: object) => Promise<OwnWriter>
  consoleIsClean: void
}

interface WorkerFixtures {
  simulator: Simulator
  product: Product
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
      const product = await startProduct(['--cm-url', simulator.url])
      await use(product)
      await product.end()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ product }, use) => use(product.url),
  expectedStatuses: [[], { option: true }],

  newWriter: async ({ simulator, product }, use) => {
    await use(async (topic, writer = {}) => {
      made += 1
      const identity = `p_${topic}${process.pid}x${made}_source-000-0`
      const name = `10.0.0.1-9000:${identity}:0000000001`
      await simulator.control('POST', 'writers', { name, ...writer })
      const [id = ''] = await product.track(name)
      return { id, name, identity }
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
        errors.push(message.text())
      })
      context.on('weberror', (error) => errors.push(String(error.error())))
      await use()
      expect(errors).toEqual([])
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
