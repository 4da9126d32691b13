import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Component, ComponentConfig, Operation } from '@wheelhouse/contract'
import { launchSimulator } from '@wheelhouse/simulator'
import { expect, test } from 'vitest'
import { assure } from './assure.ts'
import {
  configurations,
  salted,
  saltedHeaders,
  secretKeys,
  strayHeaders,
  unknownKeys,
} from './canary-places.ts'
import { filesIn, relayTo, startReadable } from './canary-stage.ts'
import { Aviary, findingsOf, formsOf, mark, seenMark, settings } from './canary-words.ts'
import { temporaryFolder } from './process.ts'
import { freshKey, until } from './product.ts'
import { formOf, gsonOf, htmlOf } from './spellings.ts'

test('a canary is found in each of its spellings', () => {
  const forms = Object.entries(formsOf('Kan4rienVogel0001'))

  for (const [name, bytes] of forms)
    expect([name, findingsOf(Buffer.concat([Buffer.from('x '), bytes]), mark).length > 0]).toEqual([
      name,
      true,
    ])
})

test('no secret of more than a thousand comes out anywhere, and what may be seen is seen', async () => {
  const aviary = new Aviary()
  const simulator = await launchSimulator()
  const cm = await relayTo(simulator.url, {
    headers: () => saltedHeaders(aviary),
    body: (answer) => salted(answer, aviary),
  })
  const folder = await temporaryFolder()
  const config = join(folder, 'config.yaml')
  await writeFile(config, `clusters: [{ id: main, url: '${cm}', callsPerSecond: 200 }]`)
  const product = startReadable(folder, ['--auth', 'local', '--config', config])
  const url = await product.url()
  const outputs: [where: string, bytes: Buffer][] = []
  let signedIn: Record<string, string> = {}
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const sent = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...strayHeaders(aviary),
        ...signedIn,
        origin: url,
        'x-wheelhouse': '1',
        'idempotency-key': freshKey(),
        'content-type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await sent.text()
    const head = JSON.stringify([...sent.headers])
    outputs.push([`${method} ${path}`, Buffer.from(`${head}\n${text}`)])
    return { status: sent.status, cookies: sent.headers.getSetCookie(), body: read<T>(text) }
  }

  // People: their passwords, wrong ones, and tokens that are shown once.
  const token = (await readFile(join(folder, 'data/setup-token'), 'utf8')).trim()
  const password = `grey goose ${aviary.next()}`
  const first = await ask('POST', '/setup', { token, name: 'root', password })
  expect(first.status).toBe(200)
  for (let count = 0; count < 3; count += 1)
    expect((await ask('POST', '/session', { name: 'root', password: aviary.next() })).status).toBe(
      401,
    )
  await ask('POST', '/session', { name: aviary.next().slice(-4), password: { a: aviary.next() } })
  signedIn = { authorization: `Bearer wht_${aviary.next()}` }
  expect((await ask('GET', '/components')).status).toBe(401)
  signedIn = { cookie: first.cookies.map((line) => line.split(';')[0]).join('; ') }
  const grants = [{ role: 'viewer', cluster: '*', kind: '*', name: '*' }]
  for (const name of ['ada', 'bob'])
    await ask('POST', '/users', { name, password: `goose ${aviary.next()}`, grants })
  await ask('PUT', '/session/password', {
    current: aviary.next(),
    password: `goose ${aviary.next()}`,
  })
  const wrong = [{ cluster: 'main', kind: 'x', names: [{ a: aviary.next() }] }, [aviary.next()], 7]
  for (const body of wrong) await ask('POST', '/components', body)
  await ask('GET', `/components?stray=${aviary.next()}`)

  const stream = await follow(url, signedIn)

  // Readings, and reads that fail.
  const names: string[] = []
  for (const [at, cfg] of configurations(aviary).entries()) {
    const name = `10.0.0.${at + 1}-9000:p_canary${at}_source-000-0:0000000069`
    const seen = at === 0 ? {} : { 'filter.conditions': `${seenMark}.*` }
    await simulator.control('POST', 'writers', { name, lagSeconds: 5, cfg: { ...cfg, ...seen } })
    names.push(name)
  }
  for (const [at, setting] of settings.entries()) {
    const name = `10.0.1.${at + 1}-9000:p_failing${at}_source-000-0:0000000069`
    const words = setting(aviary.next())
    await simulator.control('POST', 'writers', { name, lagSeconds: 5 })
    await simulator.control('POST', 'faults', {
      endpoint: 'GET /JDBCWriter/detail',
      fault: (['reject', 'status', 'text', 'html'] as const)[at % 4],
      name,
      words,
      calls: 1000,
    })
    names.push(name)
  }
  const tracked = await ask<{ items: Component[] }>('POST', '/components', {
    cluster: 'main',
    kind: 'writer',
    names,
  })
  const writers = tracked.body.items.map(({ id }) => id)
  await until(
    () => ask<{ items: Component[] }>('GET', '/components'),
    ({ body }) =>
      body.items.every(({ observedAt, failure }) => observedAt !== null || failure !== null),
    60_000,
  )

  // What is sent: secrets of operations, and what CM says of them when it refuses.
  const connector = async (at: number) => {
    const name = `10.0.4.1-9000:connector:p_canary${at}-000-0:0000000001`
    await simulator.control('POST', 'connectors', { name, running: true })
    const { body } = await ask<{ items: Component[] }>('POST', '/components', {
      cluster: 'main',
      kind: 'connector',
      names: [name],
    })
    return { id: body.items[0]?.id ?? '', name }
  }
  const operate = async (component: string, kind: string, input: object = {}) => {
    const request = { component, kind, input, reason: 'rotation' }
    await ask('POST', '/operations?dryRun=true', request)
    const { status, body } = await ask<Operation>('POST', '/operations', request)
    expect([status, body]).toEqual([202, expect.anything()])
    await until(
      () => ask<Operation>('GET', `/operations/${body.id}`),
      ({ body: { state } }) => state !== 'queued' && state !== 'running',
      60_000,
    )
    return body.id
  }
  const repeated = [(it: string) => it, gsonOf, formOf, htmlOf, encodeURIComponent, JSON.stringify]
  const kinds = ['reject', 'status', 'text', 'html']
  let number = 0
  for (const setting of [...settings, ...repeated]) {
    const { id, name } = await connector((number += 1))
    const isSent = number > settings.length
    const sent = `S3cr&t="pa'<ö>%+ ${aviary.next()}`
    const words = isSent ? setting(sent) : setting(aviary.next())
    const endpoint = isSent
      ? 'POST /connector/task/updateByName'
      : 'POST /connector/task/stopByName'
    const fault = kinds[number % kinds.length]
    await simulator.control('POST', 'faults', { endpoint, fault, name, words })
    if (isSent) await operate(id, 'configure', { set: { 'dest.sasl.password': sent }, stop: false })
    else await operate(id, 'stop')
  }
  const secrets = [...secretKeys, ...unknownKeys]
    .filter((key) => /^[A-Za-z][\w.-]*[\w-]$/u.test(key) && !/jaas|topic$/iu.test(key))
    .filter((key) => key === key.toLowerCase() || key.startsWith('brandNew'))
    .map((key) => [`dest.${key}`, `a'&"=% ${aviary.next()}`] as const)
  const inText = settings.map((setting, at) => [`dest.note${at}`, setting(aviary.next())] as const)
  const all = [...secrets, ...inText].filter(([, value]) => !/jdbc:|^-|\s-D/u.test(value))
  for (let from = 0; from < all.length; from += 100) {
    const { id } = await connector((number += 1))
    await operate(id, 'configure', { set: Object.fromEntries(all.slice(from, from + 100)) })
    await ask('GET', `/components/${id}/config`)
  }
  const visible = await connector((number += 1))
  await operate(visible.id, 'configure', { set: { 'dest.sasl.mechanism': seenMark } })

  // Every output there is.
  let most = 0
  for (const id of writers.slice(0, 8)) {
    const { body } = await ask<ComponentConfig>('GET', `/components/${id}/config`)
    for (const path of ['', '/raw', '/names', '/history'])
      await ask('GET', `/components/${id}${path}`)
    most = Math.max(most, body.entries.length)
  }
  expect(most).toBeGreaterThan(200)
  for (const name of names.slice(0, 12))
    await ask('GET', `/clusters/main/cm/JDBCWriter/detail?writerName=${encodeURIComponent(name)}`)
  const lists = `/components /operations?limit=500 /audit?limit=500 /audit/export?format=csv
    /audit/export?format=jsonl /clusters /hosts /session /sessions /users /tokens /settings
    /inventory /inventory?format=csv`.split(/\s+/u)
  for (const path of lists) await ask('GET', path)
  const search = await ask<{ items: Component[] }>('GET', `/components?search=${mark}`)
  outputs.push(['stream', Buffer.from(await stream.end())])
  const memory = await product.memory()
  const running = await filesIn(join(folder, 'data'))
  await product.end()
  await simulator.end()
  const ended = await filesIn(join(folder, 'data'))
  outputs.push(['log', Buffer.from(product.said())], ['memory', memory])
  for (const files of [running, ended]) outputs.push(...files)

  const hits = outputs.flatMap(([where, bytes]) =>
    findingsOf(bytes, mark).map((found) => `${where}: ${found}`),
  )
  const places = outputs.filter(([, bytes]) => bytes.includes(seenMark)).map(([where]) => where)
  expect(hits.slice(0, 40)).toEqual([])
  expect(search.body.items ?? []).toEqual([])
  // The search itself is worth something: what may be seen is found in all kinds of outputs.
  expect(places).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/\/config$/u),
      expect.stringMatching(/\/raw$/u),
      expect.stringMatching(/JDBCWriter\/detail/u),
      'GET /operations?limit=500',
      'memory',
      'wheelhouse.db',
    ]),
  )
  expect(aviary.count).toBeGreaterThan(1_000)
  assure('secret-canaries', {
    canaries: aviary.count,
    spellings: Object.keys(formsOf(mark)).length,
    outputs: outputs.length,
    megabytes: Math.round(outputs.reduce((sum, [, bytes]) => sum + bytes.length, 0) / 1e6),
    hits: hits.length,
  })
}, 300_000)

interface Answer<T> {
  status: number
  cookies: string[]
  body: T
}

/** An answer's body; as text where it is none in JSON. */
function read<T>(text: string): T {
  try {
    return JSON.parse(text) as T // whatever the test says that it is
  } catch {
    return text as T
  }
}

/** All that the stream says, as text. */
async function follow(url: string, headers: Record<string, string>) {
  const leaving = new AbortController()
  const answer = await fetch(`${url}/api/v1/events`, { headers, signal: leaving.signal })
  let said = ''
  const reading = (async () => {
    for await (const part of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) said += part
  })().catch(() => {})
  return {
    end: async () => {
      leaving.abort()
      await reading
      return said
    },
  }
}
