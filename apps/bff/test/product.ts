import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Component, Operation, OperationKind } from '@wheelhouse/contract'
import { buildApp } from '../src/app.ts'
import { checkConfig, type ConfigInput } from '../src/config.ts'

/** The whole BFF, listening on loopback, with a database of its own, and what a script would ask of it. */
export interface Product {
  url: string
  dataDir: string
  get: <T>(path: string) => Promise<T>
  /** The body is whatever the test says that it is. */
  send: <T = unknown>(
    method: string,
    path: string,
    options?: Sent,
  ) => Promise<{ status: number; body: T }>
  track: (...names: string[]) => Promise<string[]>
  component: (id: string) => Promise<Component>
  operate: (component: string, kind: OperationKind) => Promise<Operation>
  operation: (id: string) => Promise<Operation>
  end: () => Promise<void>
}

interface Sent {
  body?: unknown
  headers?: Record<string, string | undefined>
}

let keys = 0

export const freshKey = (): string => `key-${process.pid}-${(keys += 1)}`

export async function startProduct(
  cm: string,
  extra: Partial<ConfigInput> & { cluster?: object } = {},
): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-test-'))
  const webRoot = join(folder, 'web')
  await mkdir(join(webRoot, 'assets'), { recursive: true })
  await writeFile(
    join(webRoot, 'index.html'),
    '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__">',
  )
  const { cluster, ...config } = extra
  const dataDir = config.dataDir ?? join(folder, 'data')
  const app = await buildApp(
    checkConfig({
      logLevel: 'fatal',
      clusters: [{ id: 'main', url: cm, callsPerSecond: 50, ...cluster }],
      ...config,
      dataDir,
    }),
    { webRoot },
  )
  const url = await app.listen({ host: '127.0.0.1', port: 0 })

  const send = async <T>(method: string, path: string, { body, headers }: Sent = {}) => {
    const all = {
      'content-type': body === undefined ? undefined : 'application/json',
      'x-wheelhouse': '1',
      ...headers,
    }
    const answer = await fetch(url + path, {
      method,
      headers: Object.fromEntries(
        Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T }
  }
  const get = async <T>(path: string): Promise<T> => {
    const { status, body } = await send('GET', `/api/v1${path}`)
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
    return body as T
  }
  return {
    url,
    dataDir,
    get,
    send,
    track: async (...names) => {
      const { body } = await send('POST', '/api/v1/components', {
        body: { cluster: 'main', kind: 'writer', names },
      })
      return (body as { items: { id: string }[] }).items.map(({ id }) => id)
    },
    component: (id) => get(`/components/${id}`),
    operate: async (component, kind) => {
      const { status, body } = await send('POST', '/api/v1/operations', {
        body: { component, kind },
        headers: { 'idempotency-key': freshKey() },
      })
      if (status !== 202) throw new Error(`${kind}: ${status} ${JSON.stringify(body)}`)
      return body as Operation
    },
    operation: (id) => get(`/operations/${id}`),
    end: async () => {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Whether a reading was asked for since the last command: until then the same one is not taken again. */
export const isReadSinceCommand = ({ askedAt, lastCommand }: Component): boolean =>
  lastCommand === null || (askedAt !== null && Date.parse(askedAt) > Date.parse(lastCommand.at))

/** Asks again and again until what comes back is wanted; fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
  limitMs = 20_000,
): Promise<T> {
  const end = performance.now() + limitMs
  for (;;) {
    const answer = await ask()
    if (isWanted(answer)) return answer
    if (performance.now() > end)
      throw new Error(`still, after ${limitMs} ms: ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
