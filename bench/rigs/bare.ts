import { spawn } from 'node:child_process'
import { once } from 'node:events'

const program = `
  const { createServer } = require('node:http')
  const page = process.argv[1]
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(page)
  })
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
`

/** The least server there is: bare Node that answers one page. */
export async function startBare(page = 'ok') {
  const child = spawn(process.execPath, ['-e', program, page], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }] // the program above sends it
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    end: async () => {
      child.kill()
      await once(child, 'exit')
    },
  }
}
