import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { startProduct } from '../e2e/product.ts'
import { launchSimulator } from '@wheelhouse/simulator'
import { startBare } from './bare.ts'
import type { Figure } from './figure.ts'

/** Three sweeps of a hundred writers at the default budget of ten calls a second. */
const settledMs = 30_000

/** Resident memory with a hundred writers, watched for half a minute. */
export async function memory(): Promise<Figure[]> {
  const simulator = await launchSimulator({ scenario: 'hundred' })
  const { writers } = (await simulator.control('GET', 'world')) as { writers: { name: string }[] } // as it documents
  const product = await startProduct(['--cm-url', simulator.url])
  await product.track(writers.map(({ name }) => name))
  const bare = await startBare()
  await wait(settledMs)
  const figure = {
    name: 'resident memory, 100 writers',
    unit: 'MB',
    ours: residentMegabytes(product.pid),
    floorIs: 'bare Node',
    floor: residentMegabytes(bare.pid),
  }
  await Promise.all([product.end(), bare.end(), simulator.end()])
  return [figure]
}

const residentMegabytes = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
