import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import type { AuditRecord, ProblemBody } from '@wheelhouse/contract'
import { expect, onTestFinished, test } from 'vitest'
import { ask, startProcess, temporaryFolder, type Process } from './process.ts'
import { startProduct } from './product.ts'

const nobody = 'http://127.0.0.1:9'
interface Page {
  items: AuditRecord[]
  total: number
}

async function product() {
  const started = await startProduct(nobody)
  onTestFinished(() => started.end())
  return started
}

async function stopped({ child, exit }: Process) {
  child.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
}

/** What `pnpm audit:verify` says and ends with. */
async function verify(...args: string[]): Promise<[number | null, string]> {
  const script = join(import.meta.dirname, '../src/verify-audit.ts')
  const child = spawn(process.execPath, [script, ...args], { stdio: 'pipe' })
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ])
  return [code, (out + err).trimEnd()]
}

/** A data folder in which a few records stand, and the log of the process that wrote them. */
async function usedFolder() {
  const dataDir = await temporaryFolder()
  const bff = startProcess(['--cm-url', nobody, '--data-dir', dataDir, '--log-level', 'info'])
  const url = await bff.url()
  for (const format of ['csv', 'jsonl', 'csv'])
    await (await fetch(`${url}/api/v1/audit/export?format=${format}`)).text()
  return { dataDir, bff, url }
}

test('every start is on record, as what it was and by nobody', async () => {
  const { get } = await product()

  const { items, total } = await get<Page>('/audit')

  expect(total).toBe(1)
  expect(items).toMatchObject([
    {
      seq: 1,
      kind: 'process.started',
      actor: 'wheelhouse',
      component: null,
      operation: null,
      step: null,
      body: { mode: 'real' },
      mac: expect.stringMatching(/^[0-9a-f]{64}$/u),
    },
  ])
})

test('an export is on record before its first byte, and in the file itself', async () => {
  const { url, get } = await product()
  const address = `${url}/api/v1/audit/export?format=jsonl&from=2020-01-01T00:00:00Z`

  const answer = await fetch(address)
  const lines = (await answer.text()).trimEnd().split('\n')

  expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="wheelhouse-audit-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.jsonl"$/u,
  )
  const { items } = await get<Page>('/audit')
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(items.toReversed())
  expect(items[0]).toMatchObject({
    seq: 2,
    kind: 'audit.exported',
    actor: 'local',
    body: { format: 'jsonl', filter: { from: '2020-01-01T00:00:00Z' } },
  })
})

test('an export as CSV is narrowed like the list and made for spreadsheets', async () => {
  const { url } = await product()
  const csvOf = async (query: string) => {
    const answer = await fetch(`${url}/api/v1/audit/export?format=csv${query}`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    return Buffer.from(await answer.arrayBuffer()).toString()
  }

  await csvOf(`&q=${encodeURIComponent('"=cmd|1",')}`)
  const lines = (await csvOf('&kind=audit.exported')).split('\r\n')

  expect(lines[0]).toBe(
    '\uFEFFseq,at,kind,actor,cluster,componentId,componentKind,componentName,operation,step,body,mac',
  )
  expect(lines[1]).toMatch(
    /^2,[^,]+,audit\.exported,local,,,,,,,"\{""format"":""csv"",""filter"":\{""q"":""\\""=cmd\|1\\"",""\},""requestId"":""[0-9a-z]+"",""address"":""127\.0\.0\.1""\}",[0-9a-f]{64}$/u,
  )
  expect(lines[2]).toMatch(/^3,/u)
  expect(lines[3]).toBe('')
})

test('the list is narrowed and paged, and says what it does not understand', async () => {
  const { url, get, send } = await product()
  await (await fetch(`${url}/api/v1/audit/export?format=csv`)).text()
  const field = async (query: string) =>
    (await send<ProblemBody>('GET', `/api/v1/audit${query}`)).body.field

  expect(await get<Page>('/audit?limit=1')).toMatchObject({ items: [{ seq: 2 }], total: 2 })
  expect(await get<Page>('/audit?before=2')).toMatchObject({ items: [{ seq: 1 }], total: 2 })
  expect(await get<Page>('/audit?kind=process.started')).toMatchObject({
    items: [{ seq: 1 }],
    total: 1,
  })
  expect(await get<Page>('/audit?q=CSV&actor=local')).toMatchObject({ total: 1 })
  expect(await get<Page>('/audit?to=2020-01-01T00:00:00Z')).toEqual({ items: [], total: 0 })
  expect(await field('?kind=process.ended')).toBe('query.kind')
  expect(await field('?from=yesterday')).toBe('query.from')
  expect(await field('?limit=501')).toBe('query.limit')
  expect(await field('?before=0')).toBe('query.before')
  expect(await field('/export')).toBe('query.format')
})

test('the trail is verified while the product runs, and after it', async () => {
  const { dataDir, bff, url } = await usedFolder()
  const { items } = await ask<Page>(url, '/audit')
  const mac = items[0]?.mac.slice(0, 8) ?? ''
  const intact = [0, `audit: 4 records, chain intact, last ${mac} at ${items[0]?.at}`]

  expect(await verify('--data-dir', dataDir)).toEqual(intact)
  expect(await ask<Page>(url, '/audit')).toMatchObject({ total: 4 })
  await stopped(bff)
  expect(await verify('--data-dir', dataDir)).toEqual(intact)
}, 60_000)

test('what was changed in the file, or cut off its end, ends with 1', async () => {
  const { dataDir, bff } = await usedFolder()
  await stopped(bff)
  const anchors = bff.said.out
    .split('\n')
    .filter((line) => line.includes('audit anchor'))
    .map((line) => JSON.parse(line) as { seq: number; mac: string })
  expect(anchors).toMatchObject([{ seq: 1 }, { seq: 4 }])
  const anchor = `${anchors[1]?.seq}:${anchors[1]?.mac}`
  const change = (sql: string) => {
    const database = new DatabaseSync(join(dataDir, 'wheelhouse.db'))
    database.exec(sql)
    database.close()
  }

  expect((await verify('--data-dir', dataDir, '--anchor', anchor))[0]).toBe(0)
  change('DELETE FROM audit WHERE seq = 4')
  expect((await verify('--data-dir', dataDir))[0]).toBe(0)
  expect(await verify('--anchor', anchor, '--data-dir', dataDir)).toEqual([
    1,
    'audit: broken at record 4: record 4 is missing at the end',
  ])
  change("UPDATE audit SET body = '{}' WHERE seq = 2")
  expect(await verify('--data-dir', dataDir)).toEqual([
    1,
    'audit: broken at record 2: it, or the link to the one before it, was altered',
  ])
  change('DELETE FROM audit')
  expect(await verify('--data-dir', dataDir)).toEqual([
    1,
    'audit: broken at record 1: it is missing',
  ])
}, 60_000)

test('where the chain stands is said each hundred records', async () => {
  const dataDir = await temporaryFolder()
  const bff = startProcess(['--cm-url', nobody, '--data-dir', dataDir])
  const url = await bff.url()
  for (let exports = 0; exports < 205; exports += 1)
    await (await fetch(`${url}/api/v1/audit/export?format=csv&kind=process.started`)).text()
  await stopped(bff)

  const anchors = bff.said.out.split('\n').flatMap((line) => {
    if (!line.includes('audit anchor')) return []
    return [JSON.parse(line) as { seq: number; mac: string }]
  })
  expect(anchors.map(({ seq }) => seq)).toEqual([1, 100, 200, 206])
  const [, hundredth] = anchors
  expect(
    (await verify('--data-dir', dataDir, '--anchor', `${hundredth?.seq}:${hundredth?.mac}`))[0],
  ).toBe(0)
}, 60_000)

test('without a database or its key nothing can be verified, nor started', async () => {
  const { dataDir, bff } = await usedFolder()
  await stopped(bff)
  const key = join(dataDir, 'wheelhouse.key')
  const start = async () => {
    const { exit, said } = startProcess(['--cm-url', nobody, '--data-dir', dataDir])
    expect((await exit)[0]).toBe(1)
    return said.err.split('\n').find((line) => line.startsWith('wheelhouse:')) ?? ''
  }

  expect(await verify('--data-dir', join(dataDir, 'none'))).toEqual([
    2,
    expect.stringContaining('there is no such file'),
  ])
  expect(await verify('--anchor', 'x', '--data-dir', dataDir)).toEqual([
    2,
    expect.stringContaining('--anchor must be like'),
  ])
  await rename(key, `${key}.away`)
  expect(await verify('--data-dir', dataDir)).toEqual([
    2,
    expect.stringContaining(`the key file ${key} is missing`),
  ])
  expect(await start()).toContain(`the key file ${key} is missing`)
  await writeFile(key, 'ab'.repeat(32), { mode: 0o600 })
  expect(await verify('--data-dir', dataDir)).toEqual([
    2,
    expect.stringContaining('is not the key that this data was written with'),
  ])
  await chmod(key, 0o644)
  expect(await start()).toContain(`chmod 600 ${key}`)
  await rm(key)
  expect((await verify('--data-dir', dataDir, '--key-file', `${key}.away`))[1]).toContain(
    'chain intact',
  )
  expect((await readFile(`${key}.away`, 'utf8')).length).toBe(65)
}, 120_000)
