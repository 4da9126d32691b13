import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { startCm, writerNames } from '../rigs/cm.ts'
import { startEstate } from '../../e2e/estate.ts'
import { closeStreams, openStreams } from '../rigs/streams.ts'

interface Size {
  components?: number
  browsers?: number
  windowMs?: number
}

/** Whether CM is called more often because somebody looks. */
export async function measure({
  components = 1000,
  browsers = 500,
  windowMs = 10_000,
}: Size = {}): Promise<Figure[]> {
  const cm = await startCm({ latencyMs: 20 })
  const names = writerNames(components)
  const clusters = [{ id: 'main', url: cm.url, names }]
  const product = await startEstate({ clusters, callsPerSecond: components / 10, inFlight: 64 })
  const callsPerSecond = async () => {
    await cm.countAnew()
    await wait(windowMs)
    return ((await cm.load()).calls / windowMs) * 1000
  }
  await wait(3000)
  const alone = await callsPerSecond()
  const streams = await openStreams(product.url, browsers)
  const reloading = setInterval(() => void reload(product.url), 100)
  const watched = await callsPerSecond()
  clearInterval(reloading)

  closeStreams(streams)
  await Promise.all([product.end(), cm.end()])
  return [
    {
      id: 'up-indep',
      what: `calls of CM with ${browsers} browsers, lists reloaded ten times a second, ${components} components`,
      unit: 'calls/s',
      ours: watched,
      floor: { is: 'no browser', value: alone },
      peer: { is: 'a call a component and browser, at 50 browsers', value: 3110, isRecorded: true },
      ratio: watched / alone,
      limit: 1.005,
    },
  ]
}

const reload = async (url: string) => (await fetch(`${url}/api/v1/components`)).arrayBuffer()
