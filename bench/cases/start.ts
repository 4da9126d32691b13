import { startProduct } from '../../e2e/product.ts'
import { interleaved, type Figure } from '../figure.ts'
import { startBare } from '../rigs/bare.ts'

/** From the start of the process to its first answer. */
export async function measure(): Promise<Figure[]> {
  const { ours, bare } = await interleaved(5, {
    bare: () => untilAnswered(() => startBare()),
    ours: () => untilAnswered(() => startProduct(['--cm-url', 'http://127.0.0.1:9'])),
  })
  return [
    {
      id: 'start',
      what: 'start to first answer',
      unit: 'ms',
      ours,
      floor: { is: 'bare Node', value: bare },
      ratio: ours / bare,
      limit: 2.5,
      because:
        'The servers run as TypeScript whose types are stripped at each start, unbundled; a bundled server would start in a third of the time.',
    },
  ]
}

async function untilAnswered(begin: () => Promise<{ url: string; end: () => Promise<void> }>) {
  const began = performance.now()
  const server = await begin()
  await (await fetch(`${server.url}/healthz`)).text()
  const took = performance.now() - began
  await server.end()
  return took
}
