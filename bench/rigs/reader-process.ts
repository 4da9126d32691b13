import { connect } from 'node:net'

/**
 * Reads details of writers as a program could that knows nothing but bytes (`raw`), or as most are written
 * (`plain`): `fetch`, `JSON.parse`, the whole configuration taken apart. Says its processor time for each.
 */
const [, , way, url = '', countText = '0'] = process.argv
const count = Number(countText)
const lanes = 32
const { hostname, port } = new URL(url)
let left = count

const name = (at: number) =>
  `10.20.0.1-9000:p_x_source-000-0:${String(at % 1000).padStart(10, '0')}`

/** One connection that asks again as soon as it has an answer. */
const rawLane = () =>
  new Promise<void>((resolve) => {
    let text = ''
    const socket = connect(Number(port), hostname, ask)
    function ask() {
      if (left === 0) {
        socket.destroy()
        return resolve()
      }
      left -= 1
      text = ''
      socket.write(
        `GET /JDBCWriter/detail?writerName=${encodeURIComponent(name(left))} HTTP/1.1\r\nhost: cm\r\n\r\n`,
      )
      return undefined
    }
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      const length = /content-length: (?<n>\d+)/iu.exec(text)?.groups?.['n']
      if (head !== -1 && length !== undefined && text.length >= head + 4 + Number(length)) ask()
      else if (head !== -1 && length === undefined && text.endsWith('0\r\n\r\n')) ask()
    })
  })

async function plainLane() {
  while (left > 0) {
    left -= 1
    const answer = await fetch(
      `${url}/JDBCWriter/detail?writerName=${encodeURIComponent(name(left))}`,
    )
    const { replicator } = (await answer.json()) as { replicator: { cfg: string } } // as the rig answers
    const pairs = replicator.cfg.split('\n').map((line) => line.split('='))
    Object.fromEntries(pairs)
  }
}

const before = process.cpuUsage()
await Promise.all(Array.from({ length: lanes }, way === 'raw' ? rawLane : plainLane))
const { user, system } = process.cpuUsage(before)
process.send?.({ usEach: (user + system) / count })
process.disconnect()
process.exit()
