import { interleaved, type Figure } from '../figure.ts'
import { costUs } from '../rigs/busy.ts'
import { startPeer } from '../rigs/peer.ts'
import { askOften } from '../rigs/requests.ts'
import { setStage } from '../rigs/stage.ts'

/** What one component costs the server each time that it is asked for. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components: 100, changesPerSecond: 10 })
  const { items } = JSON.parse(await stage.list()) as { items: { id: string }[] } // our own contract's
  const url = `${stage.url}/api/v1/components/${items[0]?.id ?? ''}`
  const bare = await startPeer('buffer', await (await fetch(url)).text(), stage.folder)
  const cost = (pid: number, from: string) => () =>
    costUs(pid, 5000, (count) => askOften(from, { count, atOnce: 32 }))
  const costs = await interleaved(5, { ours: cost(stage.pid, url), bare: cost(bare.pid, bare.url) })
  await Promise.all([stage.end(), bare.end()])
  return [
    {
      id: 'detail-cpu',
      what: 'one component, from what is known',
      unit: 'µs',
      ours: costs.ours,
      floor: { is: 'the same bytes from bare node:http', value: costs.bare },
      peer: { is: '@fastify/http-proxy to CM', value: 77.8, isRecorded: true },
      ratio: costs.ours / costs.bare,
      limit: 1.25,
      because:
        'The router, the checks of host and origin, the security headers and the validated parameters of every answer cost about as much as the answer.',
    },
  ]
}
