import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { residentMegabytes } from '../rigs/process.ts'
import { setStage } from '../rigs/stage.ts'
import { closeStreams, openStreams, type Stream } from '../rigs/streams.ts'

const browsers = 100
const stalledFor = 50_000

/** What one in ten that reads nothing for fifty seconds costs the server and the others. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components: 2000, changesPerSecond: 500 })
  const streams = await openStreams(stage.url, browsers, { isCompressed: false })
  const stalled = streams.slice(0, browsers / 10)
  const others = streams.slice(browsers / 10)
  await wait(10_000) // the snapshots are through, and memory has found its size
  const before = residentMegabytes(stage.pid)
  const unhindered = await bytesOf(others, 10_000)
  for (const { socket } of stalled) socket.pause()
  const hindered = await bytesOf(others, stalledFor)
  const after = residentMegabytes(stage.pid)
  for (const { socket } of stalled) socket.resume()
  closeStreams(streams)
  await stage.end()
  return [
    {
      id: 'slow-client',
      what: `memory gained while ${stalled.length} of ${browsers} read nothing for fifty seconds, 500 rows changing each second`,
      unit: 'MB',
      ours: after - before,
      floor: { is: 'nothing', value: 0 },
      ratio: (after - before) / 20,
      limit: 1,
    },
    {
      id: 'slow-client',
      what: 'what the others miss of their bytes a second',
      unit: 'kB/s',
      ours: hindered,
      floor: { is: 'before', value: unhindered },
      ratio: unhindered / hindered,
      limit: 1.2,
    },
  ]
}

/** Kilobytes a second and stream. */
async function bytesOf(streams: readonly Stream[], windowMs: number): Promise<number> {
  const sum = () => streams.reduce((all, { bytes }) => all + bytes(), 0)
  const before = sum()
  await wait(windowMs)
  return (sum() - before) / streams.length / windowMs
}
