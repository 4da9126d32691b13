import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  Component,
  ComponentKind,
  Operation,
  OperationKind,
  Plan,
  ProblemBody,
} from '@wheelhouse/contract'
import type { Kysely } from 'kysely'
import { buildApp } from '../src/app.ts'
import { checkConfig, type ConfigInput } from '../src/config/config.ts'
import type { Database } from '../src/database/schema.ts'
import type { RouteAccess } from '../src/plugins/access.ts'

/** The whole BFF, listening on loopback, with a database of its own, and what a script would ask of it. */
export interface Product {
  url: string
  dataDir: string
  /** Its own connection: nobody else is let in. */
  db: Kysely<Database>
  /** All that it answers, but for what isn't there. */
  routes: readonly { method: string; url: string; access: RouteAccess | undefined }[]
  get: <T>(path: string) => Promise<T>
  /** The body is whatever the test says that it is. */
  send: <T = unknown>(
    method: string,
    path: string,
    options?: Sent,
  ) => Promise<{ status: number; body: T }>
  /** Tracks writers. */
  track: (...names: string[]) => Promise<string[]>
  trackKind: (kind: ComponentKind, ...names: string[]) => Promise<string[]>
  component: (id: string) => Promise<Component>
  /** Asks for a change with a key of its own; throws where it is not taken. */
  operate: (component: string, kind: OperationKind, more?: More) => Promise<Operation>
  /** What would be sent. */
  plan: (component: string, kind: OperationKind, more?: More) => Promise<Plan>
  /** What a change is answered that is not taken. */
  refusal: (component: string, kind: string, more?: More) => Promise<Refused>
  operation: (id: string) => Promise<Operation>
  end: () => Promise<void>
}

interface Sent {
  body?: unknown
  headers?: Record<string, string | undefined>
}

/** What a request may hold beside the component and the kind. */
interface More {
  input?: unknown
  reason?: string
  expect?: Record<string, string>
}

interface Dry {
  dryRun?: boolean
}

type Refused = ProblemBody & { status: number }

let keys = 0

export const freshKey = (): string => `key-${process.pid}-${(keys += 1)}`

export async function startProduct(
  cm: string,
  extra: Partial<ConfigInput> & { cluster?: object } = {},
  options: Parameters<typeof buildApp>[1] = {},
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
      logLevel: 'silent',
      auth: 'none',
      clusters: [{ id: 'main', url: cm, callsPerSecond: 50, ...cluster }],
      ...config,
      dataDir,
    }),
    { say: () => {}, ...options, webRoot },
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
  const trackKind: Product['trackKind'] = async (kind, ...names) => {
    const { body } = await send('POST', '/api/v1/components', {
      body: { cluster: 'main', kind, names },
    })
    return (body as { items: { id: string }[] }).items.map(({ id }) => id)
  }
  const ask = (component: string, kind: string, { dryRun = false, ...more }: More & Dry = {}) =>
    send('POST', `/api/v1/operations${dryRun ? '?dryRun=true' : ''}`, {
      body: { component, kind, ...more },
      headers: { 'idempotency-key': freshKey() },
    })
  const wanted = <T>(status: number, answer: Awaited<ReturnType<typeof ask>>): T => {
    if (answer.status !== status)
      throw new Error(`not ${status} but ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
  return {
    url,
    dataDir,
    routes: app.guardedRoutes.flatMap(({ method, url: at, config: said }) =>
      [method].flat().map((one) => ({ method: one, url: at, access: said?.access })),
    ),
    db: app.db,
    get,
    send,
    track: (...names) => trackKind('writer', ...names),
    trackKind,
    component: (id) => get(`/components/${id}`),
    operate: async (component, kind, more) => wanted(202, await ask(component, kind, more)),
    plan: async (component, kind, more) =>
      wanted(200, await ask(component, kind, { ...more, dryRun: true })),
    refusal: async (component, kind, more) => {
      const { status, body } = await ask(component, kind, more)
      return { ...(body as ProblemBody), status }
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
