import { startProduct } from '../e2e/product.ts'
import { startBare } from './bare.ts'
import { interleaved, type Figure } from './figure.ts'

/** From the start of the process to its first answer. */
export async function start(): Promise<Figure[]> {
  const medians = await interleaved(
    5,
    () => untilAnswered(() => startProduct(['--cm-url', 'http://127.0.0.1:9'])),
    () => untilAnswered(() => startBare()),
  )
  return [{ name: 'start to first answer', unit: 'ms', floorIs: 'bare Node', ...medians }]
}

async function untilAnswered(begin: () => Promise<{ url: string; end: () => Promise<void> }>) {
  const began = performance.now()
  const server = await begin()
  await (await fetch(`${server.url}/healthz`)).text()
  const took = performance.now() - began
  await server.end()
  return took
}
