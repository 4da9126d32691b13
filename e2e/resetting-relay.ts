import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

interface Relay {
  /** Whether a request, as it goes over the wire, is delivered and its answer lost. */
  losesAnswerTo: (request: string) => boolean
}

/** A line between the browser and the product, on which the connection breaks after a request has arrived. */
export async function startRelay(from: number, to: number, { losesAnswerTo }: Relay) {
  const sockets = new Set<Socket>()
  let lost = 0
  const server = createServer((browser) => {
    const product = connect(to, '127.0.0.1')
    let isLosing = false
    for (const socket of [browser, product]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    browser.on('data', (bytes) => {
      isLosing = losesAnswerTo(bytes.toString('latin1'))
      product.write(bytes)
    })
    product.on('data', (bytes) => {
      if (!isLosing) {
        browser.write(bytes)
        return
      }
      // It was carried out; nobody hears of it.
      lost += 1
      browser.resetAndDestroy()
      product.destroy()
    })
    browser.on('close', () => product.destroy())
    product.on('close', () => browser.destroy())
  }).listen(from, '127.0.0.1')
  await once(server, 'listening')
  return {
    lost: () => lost,
    end: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
