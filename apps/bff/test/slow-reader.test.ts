import { connect, type Socket } from 'node:net'
import type { Component } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { mirrorOf } from './mirror.ts'
import { startProduct, until } from './product.ts'
import { messageIn } from './stream.ts'

const namesOf = (batch: number) =>
  Array.from({ length: 1000 }, (_, at) => `10.0.0.1-9000:p_${batch}x${at}_source-000-0:0000000001`)

test('a reader that stops costs nobody anything, and is told everything when it reads again', async () => {
  // Nothing listens there: connectors are never read, so that only what is done here changes a row.
  const product = await startProduct('http://127.0.0.1:9')
  const stopped = await openPaused(product.url)
  const other = mirrorOf(product.url)
  other.follow()
  const before = process.memoryUsage().arrayBuffers

  const tracked: string[] = []
  for (let batch = 0; batch < 15; batch += 1) {
    tracked.push(...(await product.trackKind('connector', ...namesOf(batch))))
    await until(
      async () => other.rows.size,
      (size) => size === tracked.length,
    )
  }
  const kept = process.memoryUsage().arrayBuffers - before
  stopped.socket.resume()
  const { items } = await product.get<{ items: Component[] }>('/components')
  const ids = await until(
    async () => stopped.ids(),
    ({ size }) => size === items.length,
  )

  expect([...ids].toSorted()).toEqual(tracked.toSorted())
  // What waited for it, and the snapshots that everybody shares.
  expect(kept).toBeLessThan(100 * 1024 * 1024)
  expect(stopped.snapshots()).toBeLessThanOrEqual(4)
  expect(other.snapshots()).toBe(1)
  await other.leave()
  stopped.socket.destroy()
  await product.end()
}, 60_000)

/** A stream that is opened and not read, in plain text: as much as possible has to wait. */
async function openPaused(url: string) {
  const { hostname, port, host } = new URL(url)
  let text = ''
  let ids = new Set<string>()
  let snapshots = 0
  const socket = await new Promise<Socket>((resolve) => {
    const opened = connect(Number(port), hostname, () => {
      opened.write(`GET /api/v1/events HTTP/1.1\r\nhost: ${host}\r\n\r\n`)
      resolve(opened)
    })
  })
  socket.setEncoding('utf8').pause()
  socket.on('data', (chunk: string) => {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const { events } of blocks.flatMap((block) => messageIn(block) ?? []))
      for (const event of events) {
        if (event.type === 'component.changed') ids.add(event.component.id)
        if (event.type !== 'snapshot') continue
        snapshots += 1
        ids = new Set(event.components.map(({ id }) => id))
      }
  })
  return { socket, ids: () => ids, snapshots: () => snapshots }
}
