import { createServer, type AddressInfo, type Socket } from 'node:net'

/** Writes so many bytes every so many milliseconds to everybody who connects: the least that a push can cost. */
const [, , bytes = '0', everyMs = '100'] = process.argv
const sockets = new Set<Socket>()
const block = Buffer.alloc(Number(bytes), 97)
const server = createServer((socket) => {
  sockets.add(socket)
  socket.on('data', () => {})
  socket.on('error', () => {})
  socket.once('close', () => sockets.delete(socket))
  socket.write('.')
})
setInterval(() => {
  for (const socket of sockets) socket.write(block)
}, Number(everyMs))
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
process.once('disconnect', () => process.exit())
