import { gzipSync } from 'node:zlib'
import { setTimeout as wait } from 'node:timers/promises'
import type { Figure } from '../figure.ts'
import { setStage } from '../rigs/stage.ts'
import { closeStreams, openStreams } from '../rigs/streams.ts'

const windowMs = 20_000

interface Size {
  components?: number
  changesPerSecond?: number
}

/** Bytes that a browser is sent while one row in a hundred changes each second. */
export async function measure({ components = 2000, changesPerSecond = 100 }: Size = {}): Promise<
  Figure[]
> {
  const stage = await setStage({ components, changesPerSecond })
  const body = await stage.list()
  const [stream] = await openStreams(stage.url, 1)
  await wait(2000) // the snapshot is through
  const before = stream?.bytes() ?? 0
  await wait(windowMs)
  const ours = ((stream?.bytes() ?? 0) - before) / windowMs
  // A hundred rows are one in a hundred of an estate of ten thousand, whose list is so much longer.
  const estate = (changesPerSecond * 100) / components
  const peer = (gzipSync(body).length * estate) / 5000
  closeStreams(stream ? [stream] : [])
  await stage.end()
  return [
    {
      id: 'push-bytes',
      what: `bytes a browser is sent, ${components} rows, ${changesPerSecond} changing each second`,
      unit: 'kB/s',
      ours,
      peer: {
        is: 'the full list of ten thousand, compressed, every five seconds',
        value: peer,
      },
      ratio: ours / peer,
      limit: 1 / 20,
    },
  ]
}
