import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const [, , way, file = ''] = process.argv
const body = readFileSync(file)
const rows: unknown = JSON.parse(body.toString())
const compressed = promisify(gzip)

const server = createServer((_, response) => {
  response.setHeader('content-type', 'application/json')
  if (way === 'buffer') return void response.end(body)
  const text = JSON.stringify(rows)
  if (way === 'stringify') return void response.end(text)
  response.setHeader('content-encoding', 'gzip')
  return void compressed(text).then((bytes) => response.end(bytes))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () =>
  process.send?.({ port: (server.address() as AddressInfo).port }),
)
process.once('disconnect', () => process.exit())
