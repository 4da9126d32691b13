import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Operation } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ask, startProcess, temporaryFolder, trackRunning } from './process.ts'
import { until } from './product.ts'
import { launchSimulator } from '@wheelhouse/simulator'

async function refusal(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const { exit, said } = startProcess(args, environment)
  const [code] = await exit
  expect(code).toBe(1)
  const lines = said.err
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('wheelhouse:'))
  expect(lines).toHaveLength(1)
  return lines[0] ?? ''
}

test('a start that cannot be is one clear sentence and exit code 1', async () => {
  const cm = ['--cm-url', 'http://127.0.0.1:9', '--data-dir', await temporaryFolder()]
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''

  expect(await refusal([...cm, '--port', port])).toContain(`port ${port} is taken`)
  expect(await refusal(['--cm-url', 'cm-host:8088'])).toContain(
    'clusters.0.url: must be a URL like http://cm-host:8088',
  )
  expect(await refusal([...cm, '--data-dir', '/dev/null/here'])).toContain(
    '/dev/null/here cannot be written',
  )
  expect(await refusal([...cm, '--host', '0.0.0.0'])).toContain('listen.host is 0.0.0.0')
  expect(await refusal([...cm, '--prot', '1'])).toContain("Unknown option '--prot'")
  expect(await refusal(cm, { WHEELHOUSE_PROT: '1' })).toContain(
    'prot is not a key that this version knows',
  )
  taken.close()
}, 60_000)

test('a data folder of the other mode, or of another process, is refused', async () => {
  const dataDir = await temporaryFolder()
  const real = startProcess(['--cm-url', 'http://127.0.0.1:9', '--data-dir', dataDir])
  await real.url()

  expect(await refusal(['--cm-url', 'http://127.0.0.1:9', '--data-dir', dataDir])).toContain(
    'in use by another Wheelhouse',
  )
  real.child.kill('SIGTERM')
  expect(await real.exit).toEqual([0, null])
  expect(await refusal(['--data-dir', dataDir])).toContain(
    'holds the data of a real Cluster Manager',
  )
})

test('a Cluster Manager that does not answer is no reason not to start', async () => {
  const { url } = startProcess([
    '--cm-url',
    'http://127.0.0.1:9',
    '--data-dir',
    await temporaryFolder(),
  ])

  const ready = await fetch(`${await url()}/readyz`)

  expect(ready.status).toBe(200)
})

test('flags win over the environment, and that over the file', async () => {
  const dir = await temporaryFolder()
  const file = join(dir, 'wheelhouse.yaml')
  await writeFile(
    file,
    `dataDir: ${dir}\nlogLevel: info\nclusters:\n  - { id: east, name: East, url: 'http://127.0.0.1:9' }\n`,
  )
  const { url } = startProcess(['--config', file], {
    WHEELHOUSE_CLUSTERS_0_ID: 'west',
    WHEELHOUSE_CLUSTERS_0_URL: 'http://127.0.0.1:9',
    WHEELHOUSE_LOG_LEVEL: 'info',
  })

  const clusters = await (await fetch(`${await url()}/api/v1/clusters`)).json()

  expect(clusters).toMatchObject({ items: [{ id: 'west' }] })
})

test.each(['before', 'after'] as const)(
  'killed with its call out and the effect %s, it comes back uncertain, sends nothing again, and learns by reading',
  async (when) => {
    const simulator = await launchSimulator()
    const name = '10.0.0.3-9000:p_killed_source-000-0:0000000001'
    await simulator.control('POST', 'writers', { name })
    const dataDir = await temporaryFolder()
    const args = ['--cm-url', simulator.url, '--data-dir', dataDir]
    const first = startProcess(args)
    const url = await first.url()
    const component = await trackRunning(url, name)
    await simulator.control('POST', 'faults', {
      endpoint: 'POST /applier/stop',
      fault: 'hang',
      when,
    })
    const operation = await ask<Operation>(url, '/operations', { component, kind: 'stop' })
    await until(
      () => simulator.writes(),
      (writes) => writes.length === 1,
    )

    first.child.kill('SIGKILL')
    await first.exit
    const again = await startProcess(args).url()

    const found = await ask<Operation>(again, `/operations/${operation.id}`)
    expect(found).toMatchObject({
      state: 'uncertain',
      steps: [{ state: 'uncertain', reply: { failure: 'PROCESS_ENDED' } }],
    })
    if (when === 'after')
      await until(
        () => ask<Operation>(again, `/operations/${operation.id}`),
        ({ state, verification }) => state === 'succeeded' && verification === 'verified',
      )
    expect(await simulator.writes()).toHaveLength(1)
    await simulator.end()
  },
  30_000,
)

test('it goes on when nobody reads its log any more', async () => {
  const cm = ['--cm-url', 'http://127.0.0.1:9', '--data-dir', await temporaryFolder()]
  const { child, url } = startProcess([...cm, '--log-level', 'debug'])
  const own = await url()

  child.stdout?.destroy()
  for (const _ of Array.from({ length: 20 })) await ask(own, '/clusters')

  expect(await ask(own, '/session')).toMatchObject({ state: 'open' })
  expect(child.exitCode).toBeNull()
})
