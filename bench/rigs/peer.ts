import { fork } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How a peer answers. */
export type PeerWay =
  | 'buffer' // the same bytes each time: the least that `node:http` can do
  | 'stringify' // the rows turned into JSON for each request
  | 'stringify-gzip' // and compressed for each

/** A server that answers a body in one of the ways in which others do. */
export async function startPeer(way: PeerWay, body: string, folder: string) {
  const file = join(folder, `${way}.json`)
  await writeFile(file, body)
  const child = fork(join(import.meta.dirname, 'peer-process.ts'), [way, file])
  const [{ port }] = (await once(child, 'message')) as [{ port: number }] // its first word
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    end: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
