import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { endpoints } from '@wheelhouse/contract'
import { freshKey, until } from './product.ts'
import { startSimulator } from './simulator.ts'

const name = '100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'

test('no password of the sample configuration is in any answer, log line or database file', async () => {
  const simulator = await startSimulator({ scenario: 'sample' })
  const detail = await (await fetch(`${simulator.url}/JDBCWriter/detail?writerName=${name}`)).text()
  const secrets = [...detail.matchAll(/_password=(?<secret>[^\\]+)\\n/gu)].map(
    ({ groups }) => groups?.['secret'] ?? '',
  )
  expect(secrets).toHaveLength(2)

  const dataDir = await mkdtemp(join(tmpdir(), 'wheelhouse-secrets-'))
  const main = join(import.meta.dirname, '../src/main.ts')
  const bff = spawn(
    process.execPath,
    [main, '--port', '0', '--data-dir', dataDir, '--cm-url', simulator.url, '--log-level', 'trace'],
    { stdio: 'pipe' },
  )
  let log = ''
  bff.stdout.on('data', (chunk) => (log += String(chunk)))
  bff.stderr.on('data', (chunk) => (log += String(chunk)))
  const url = await until(
    async () => /http:\/\/127\.0\.0\.1:\d+/u.exec(log)?.[0],
    (found) => found !== undefined,
  )
  const ask = async (method: string, path: string, body?: unknown) => {
    const headers = {
      'content-type': 'application/json',
      'x-wheelhouse': '1',
      'idempotency-key': freshKey(),
    }
    const answer = await fetch(`${url}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers }),
    })
    return answer.text()
  }

  const answers = [
    await ask('POST', '/api/v1/components', { cluster: 'default', kind: 'writer', names: [name] }),
  ]
  const { id } = JSON.parse(answers[0] ?? '').items[0] as { id: string }
  await until(
    () => ask('GET', `/api/v1/components/${id}`),
    (answer) => answer.includes('"verdict":"running"'),
  )
  // CM repeats its configuration in an error text, too.
  await simulator.control('POST', 'faults', {
    endpoint: 'POST /applier/stop',
    fault: 'status',
    status: 500,
    when: 'before',
  })
  answers.push(await ask('POST', '/api/v1/operations', { component: id, kind: 'stop' }))
  await until(
    () => ask('GET', '/api/v1/operations'),
    (answer) => answer.includes('"uncertain"'),
  )
  for (const { method, path } of Object.values(endpoints))
    if (method === 'GET' && path !== '/events')
      answers.push(await ask('GET', `/api/v1${path.replace('{id}', id)}`))
  bff.kill('SIGTERM')
  await once(bff, 'exit')
  await simulator.end()

  const kept = await Promise.all(
    (await readdir(dataDir)).map((file) => readFile(join(dataDir, file), 'latin1')),
  )
  expect(kept.length).toBeGreaterThan(0)
  expect(log).toContain('CM call')
  for (const secret of secrets)
    for (const text of [...answers, log, ...kept])
      expect(text.includes(secret) || text.includes(encodeURIComponent(secret))).toBe(false)
})
