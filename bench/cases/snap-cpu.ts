import type { Figure } from '../figure.ts'
import { interleaved } from '../figure.ts'
import { costUs } from '../rigs/busy.ts'
import { startPeer } from '../rigs/peer.ts'
import { askOften } from '../rigs/requests.ts'
import { setStage } from '../rigs/stage.ts'

const components = 10_000

/** What the full list costs the server each time that it is asked for. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components, changesPerSecond: 1000 })
  const body = await stage.list()
  const [stringify, gzip, buffer] = await Promise.all([
    startPeer('stringify', body, stage.folder),
    startPeer('stringify-gzip', body, stage.folder),
    startPeer('buffer', body, stage.folder),
  ])
  const cost = (pid: number, url: string, count: number) => () =>
    costUs(pid, count, (count) =>
      askOften(url, { count, atOnce: 8, headers: { 'accept-encoding': 'gzip' } }),
    )
  const { busy } = await interleaved(3, { busy: cost(stage.pid, `${stage.url}/healthz`, 1) })
  const costs = await interleaved(5, {
    ours: cost(stage.pid, `${stage.url}/api/v1/components`, 1000),
    stringify: cost(stringify.pid, stringify.url, 20),
    gzip: cost(gzip.pid, gzip.url, 10),
    buffer: cost(buffer.pid, buffer.url, 200),
  })
  await Promise.all([stage.end(), stringify.end(), gzip.end(), buffer.end()])
  const because = `Beside the answers the server goes on reading 1,000 components a second and makes the list anew each second, which is counted in (${Math.round(busy)} µs for the least request).`
  return [
    {
      id: 'snap-cpu',
      what: `the list of ${components}, compressed, each time`,
      unit: 'µs',
      ours: costs.ours,
      peer: { is: 'made into JSON for each request', value: costs.stringify },
      floor: { is: 'the same bytes uncompressed from bare node:http', value: costs.buffer },
      ratio: costs.ours / costs.stringify,
      limit: 1 / 250,
      because,
    },
    {
      id: 'snap-cpu',
      what: 'the same, against compressing each time',
      unit: 'µs',
      ours: costs.ours,
      peer: { is: 'made into JSON and compressed for each request', value: costs.gzip },
      ratio: costs.ours / costs.gzip,
      limit: 1 / 900,
      because,
    },
  ]
}
