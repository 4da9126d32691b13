import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Figure } from '../figure.ts'
import { busyMs, costUs } from '../rigs/busy.ts'
import { startPeer } from '../rigs/peer.ts'
import { askOften } from '../rigs/requests.ts'
import { setStage } from '../rigs/stage.ts'
import { closeStreams, openStreams } from '../rigs/streams.ts'

/** A fifth of ten thousand, all of them read after twenty seconds; what is polled is counted five times. */
const components = 2000
const estate = 10_000
const changesPerSecond = estate / 100
const windowMs = 10_000
const flushesPerSecond = 10

/** What a push costs the server, above what it costs without anybody who listens. */
export async function measure(): Promise<Figure[]> {
  const stage = await setStage({ components, changesPerSecond })
  const quiet = await busyMs(stage.pid, windowMs)
  const fifty = await openStreams(stage.url, 50)
  await busyMs(stage.pid, 3000)
  const atFifty = (await busyMs(stage.pid, windowMs)) - quiet
  const more = await openStreams(stage.url, 450)
  await busyMs(stage.pid, 5000)
  const [before = 0] = more.map(({ bytes }) => bytes())
  const atFiveHundred = (await busyMs(stage.pid, windowMs)) - quiet
  const [after = 0] = more.map(({ bytes }) => bytes())
  closeStreams([...fifty, ...more])

  const polled = await polledMs(stage)
  const written = await writtenMs((after - before) / (windowMs / 1000) / flushesPerSecond)
  await stage.end()
  return [
    {
      id: 'push-cpu',
      what: 'processor time of 50 browsers, 1 % of 10,000 rows changing each second',
      unit: 'ms/s',
      ours: atFifty,
      peer: { is: 'as many that poll the list, made and compressed each time', value: polled },
      ratio: atFifty / polled,
      limit: 1 / 40,
    },
    {
      id: 'push-cpu',
      what: 'processor time of 500 browsers',
      unit: 'ms/s',
      ours: atFiveHundred,
      floor: { is: 'the same bytes written to as many bare sockets', value: written },
      ratio: atFiveHundred / written,
      limit: 1.5,
    },
  ]
}

/** Fifty browsers that ask every five seconds are ten answers a second. */
async function polledMs({ list, folder }: { list: () => Promise<string>; folder: string }) {
  const peer = await startPeer('stringify-gzip', await list(), folder)
  const ask = (count: number) => askOften(peer.url, { count, atOnce: 4 })
  const cost = await costUs(peer.pid, 20, ask)
  await peer.end()
  return (cost / 1000) * 10 * (estate / components)
}

async function writtenMs(bytes: number): Promise<number> {
  const child = fork(join(import.meta.dirname, '../rigs/writer-process.ts'), [
    String(Math.round(bytes)),
    String(1000 / flushesPerSecond),
  ])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }] // its first word
  const streams = await openStreams(`http://127.0.0.1:${port}`, 500)
  const ms = await busyMs(child.pid ?? 0, windowMs)
  closeStreams(streams)
  child.kill('SIGKILL')
  await once(child, 'exit')
  return ms
}
