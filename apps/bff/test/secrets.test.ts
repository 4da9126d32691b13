import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Component, Operation } from '@wheelhouse/contract'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, test } from 'vitest'
import { ask, startProcess, temporaryFolder } from './process.ts'
import { isReadSinceCommand, until } from './product.ts'
import { eventsUntil } from './stream.ts'

const name = '100.88.121.143-9000:p_3b7ixsl2sxb4_source-000-0:0000000069'

test('no password of the sample configuration is in any answer, event, log line or database file', async () => {
  const simulator = await launchSimulator({ scenario: 'sample' })
  const detail = await (await fetch(`${simulator.url}/JDBCWriter/detail?writerName=${name}`)).text()
  const secrets = [...detail.matchAll(/_password=(?<secret>[^\\]+)\\n/gu)].map(
    ({ groups }) => groups?.['secret'] ?? '',
  )
  expect(secrets).toHaveLength(2)
  const configuration = (JSON.parse(detail) as { replicator: { cfg: string } }).replicator.cfg

  const dataDir = await temporaryFolder()
  const bff = startProcess([
    '--data-dir',
    dataDir,
    '--cm-url',
    simulator.url,
    '--log-level',
    'trace',
  ])
  const url = await bff.url()
  const tracked = await ask<{ items: { id: string }[] }>(url, '/components', {
    cluster: 'default',
    kind: 'writer',
    names: [name],
  })
  const id = tracked.items[0]?.id ?? ''
  await until(
    () => ask<Component>(url, `/components/${id}`),
    ({ verdict }) => verdict === 'running',
  )

  // What CM says when it fails may repeat its whole configuration: in JSON, in a page, as text.
  const operations: Operation[] = []
  for (const fault of ['reject', 'status', 'text']) {
    await simulator.control('POST', 'faults', {
      endpoint: 'POST /applier/stop',
      fault,
      words: configuration,
    })
    const operation = await ask<Operation>(url, '/operations', { component: id, kind: 'stop' })
    const ended = await until(
      () => ask<Operation>(url, `/operations/${operation.id}`),
      ({ state }) => state === 'failed' || state === 'uncertain',
    )
    await ask(url, `/operations/${operation.id}/abandon`, { reason: 'seen' })
    await until(() => ask<Component>(url, `/components/${id}`), isReadSinceCommand)
    operations.push(ended)
  }
  await simulator.control('POST', 'faults', {
    endpoint: 'GET /JDBCWriter/detail',
    fault: 'reject',
    words: configuration,
    calls: 1000,
  })
  const failing = await until(
    () => ask<Component>(url, `/components/${id}`),
    ({ failure }) => failure !== null,
  )
  const events = await eventsUntil(url, ({ type }) => type === 'component.changed')
  const answers = await Promise.all(
    ['/components', '/clusters', '/session', '/operations'].map((path) => ask(url, path)),
  )
  bff.child.kill('SIGTERM')
  await bff.exit
  await simulator.end()

  const files = await readdir(dataDir)
  const kept = await Promise.all(files.map((file) => readFile(join(dataDir, file), 'latin1')))
  expect(operations[0]?.steps[0]?.reply?.body).toContain('worker_num=16')
  expect(kept.length).toBeGreaterThan(0)
  expect(bff.said.out).toContain('CM call')
  const seen = {
    answers: JSON.stringify([tracked, operations, failing, answers]),
    events: JSON.stringify(events),
    log: bff.said.out + bff.said.err,
    database: kept.join('\n'),
  }
  const leaks = Object.entries(seen).flatMap(([where, text]) =>
    secrets
      .flatMap((secret) => [secret, encodeURIComponent(secret), 'FAKE-SECRET'])
      .filter((secret) => text.includes(secret))
      .map((secret) => `${secret} in ${where}`),
  )
  expect(leaks).toEqual([])
})
