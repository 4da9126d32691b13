import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { until } from './product.ts'

const main = join(import.meta.dirname, '../src/main.ts')

interface Salt {
  /** Of every answer; a fresh one each time. */
  headers: () => Record<string, string>
  /** Of an answer to a read that is JSON. */
  body: (answer: object) => object
}

/** Stands before a CM and adds to what it says. */
export async function relayTo(cm: string, salt: Salt): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
      const body = Buffer.concat(parts)
      const answer = await fetch(cm + (request.url ?? ''), {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? 'text/plain' },
        ...(body.length > 0 && { body }),
      })
      const text = await answer.text()
      response.writeHead(answer.status, salt.headers())
      response.end(request.method === 'GET' && answer.ok ? salted(text, salt) : text)
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // only a pipe has another
  return `http://127.0.0.1:${port}`
}

function salted(text: string, { body }: Salt): string {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null ? JSON.stringify(body(answer)) : text
  } catch {
    return text
  }
}

/** The product as it is started, but for what lets a test read its whole memory. */
export function startReadable(folder: string, args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [
      '--heapsnapshot-signal=SIGUSR2',
      '--heap-snapshot-string-limit=10000000',
      `--diagnostic-dir=${folder}`,
      main,
      '--port',
      '0',
      '--log-level',
      'trace',
      '--data-dir',
      join(folder, 'data'),
      ...args,
    ],
    { stdio: 'pipe' },
  )
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said += String(chunk)))
  const url = async () =>
    (await until(
      async () => /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0],
      (found) => found !== undefined,
      60_000,
    )) ?? ''
  /** Everything that is kept in memory, once nothing that is not is left. */
  const memory = async () => {
    child.kill('SIGUSR2')
    const find = async () =>
      (await readdir(folder)).find((name) => name.endsWith('.heapsnapshot')) ?? ''
    const file = join(folder, await until(find, (name) => name !== '', 120_000))
    const whole = (bytes: Buffer) => bytes.subarray(-64).includes(']}')
    return until(() => readFile(file), whole, 120_000)
  }
  const end = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { url, said: () => said, memory, end }
}

/** The database, its log, and whatever else lies there that a person does not have to read. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  const names = await readdir(folder)
  const read = names.map(async (name) => [name, await readFile(join(folder, name))] as const)
  return new Map(await Promise.all(read))
}
