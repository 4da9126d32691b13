import {
  apiPrefix,
  everywhere,
  type ComponentKind,
  type Operation,
  type SignedIn,
  type TrackResult,
} from '@wheelhouse/contract'
import type { Simulator } from '@wheelhouse/simulator'
import { settle } from './estate.ts'
import { askAs, newPerson, newToken, nobody, password, signIn, type Person } from './people.ts'
import { until, type Product } from './product.ts'
import { messagesOf } from './stream.ts'

/** One request that is good, and what is good to know about it. */
export interface Subject {
  method: string
  path: string
  body?: unknown
  /** What it is about, where that is out of somebody's scope. */
  id?: string
  /** The same about what isn't there, and how that is called. */
  absent?: { path?: string; body?: unknown; id: string }
  /** Who may do it, where it is not any administrator. */
  by?: Person
  /** No script may. */
  isForPeople?: boolean
  isStream?: boolean
  /** It can be done once, and was. */
  isDone?: boolean
}

interface World {
  product: Product
  simulator: Simulator
  admin: Person
}

const absentId = 'nothing'
let number = 0

/** How each endpoint of the contract is asked for: each time about something new. */
export function subjectsOf(world: () => World): Record<string, () => Promise<Subject>> {
  const newComponent = async (kind: ComponentKind = 'connector') => {
    const { product, simulator, admin } = world()
    number += 1
    const port = kind === 'writer' ? '9000' : '9000:connector'
    const name = `10.0.8.1-${port}:p_mine${number}-000-0:0000000001`
    await settle(simulator, { kind, name })
    const body = { cluster: 'main', kind, names: [name] }
    const sent = await askAs<{ items: TrackResult[] }>(product, admin, at('POST', '/components'), {
      body,
    })
    return { name, id: sent.body.items[0]?.id ?? '' }
  }
  const about = async (method: string, rest = '', body?: unknown): Promise<Subject> => {
    const { id } = await newComponent()
    const path = (one: string) => `${apiPrefix}/components/${one}${rest}`
    return { method, path: path(id), body, id, absent: { path: path(absentId), id: absentId } }
  }
  const halted = async (fault: string): Promise<Operation> => {
    const { product, simulator, admin } = world()
    const { id, name } = await newComponent()
    const endpoint = 'POST /connector/task/stopByName'
    await simulator.control('POST', 'faults', { endpoint, fault, name })
    const body = { component: id, kind: 'stop' }
    const asked = await askAs<Operation>(product, admin, at('POST', '/operations'), { body })
    return until(
      async () => {
        const path = `/operations/${asked.body.id}`
        return (await askAs<Operation>(product, admin, at('GET', path))).body
      },
      ({ state }) => state === 'failed' || state === 'uncertain',
    )
  }
  const decision = async (fault: string, as: string, body: object): Promise<Subject> => {
    const { id } = await halted(fault)
    const path = (one: string) => `${apiPrefix}/operations/${one}/${as}`
    const absent = { path: path(absentId), id: absentId }
    return { method: 'POST', path: path(id), body, id, absent }
  }
  const plain = (method: string, path: string, body?: unknown) => async (): Promise<Subject> => ({
    method,
    path: apiPrefix + path,
    body,
  })
  const person = async () => {
    const { product, admin } = world()
    number += 1
    const grants = [everywhere('viewer')]
    return newPerson(product, admin, { name: `extra${number}`, grants })
  }

  return {
    getSession: plain('GET', '/session'),
    // With a session it would be replaced.
    signIn: async () => ({
      ...(await plain('POST', '/session', { name: 'root', password })()),
      by: nobody,
    }),
    signOut: async () => ({
      ...(await plain('DELETE', '/session')()),
      by: await person(),
      isForPeople: true,
    }),
    setUp: async () => ({
      ...(await plain('POST', '/setup', { token: 'x', name: 'more', password })()),
      isDone: true,
    }),
    changePassword: async () => ({
      ...(await plain('PUT', '/session/password', { current: password, password })()),
      by: await person(),
      isForPeople: true,
    }),
    listSessions: async () => ({ ...(await plain('GET', '/sessions')()), isForPeople: true }),
    revokeSession: async () => {
      const { product } = world()
      const { name } = await person()
      const own = await signIn(product, name)
      const { body } = await askAs<{ items: SignedIn[] }>(product, own, at('GET', '/sessions'))
      const id = body.items.find(({ isThis }) => isThis)?.id ?? ''
      return {
        method: 'DELETE',
        path: `${apiPrefix}/sessions/${id}`,
        id,
        absent: { path: `${apiPrefix}/sessions/${absentId}`, id: absentId },
        isForPeople: true,
      }
    },
    listUsers: plain('GET', '/users'),
    createUser: async () => {
      number += 1
      return plain('POST', '/users', { name: `more${number}`, password, grants: [] })()
    },
    changeUser: async () => {
      const { id } = await person()
      return { method: 'PATCH', path: `${apiPrefix}/users/${id}`, body: { grants: [] }, id }
    },
    listTokens: async () => ({ ...(await plain('GET', '/tokens')()), isForPeople: true }),
    createToken: async () => {
      number += 1
      const expiresAt = new Date(Date.now() + 3 * 24 * 3_600_000).toISOString()
      const body = { name: `t${number}`, grants: [], expiresAt }
      return { ...(await plain('POST', '/tokens', body)()), isForPeople: true }
    },
    revokeToken: async () => {
      const { id } = await newToken(world().product, await person(), { name: 'one' })
      return {
        method: 'DELETE',
        path: `${apiPrefix}/tokens/${id}`,
        id,
        absent: { path: `${apiPrefix}/tokens/${absentId}`, id: absentId },
        isForPeople: true,
      }
    },
    getSettings: plain('GET', '/settings'),
    changeSettings: plain('PATCH', '/settings', { readOnly: false }),
    listClusters: plain('GET', '/clusters'),
    changeCluster: plain('PATCH', '/clusters/main', { protection: 'high' }),
    listHosts: plain('GET', '/hosts'),
    listComponents: plain('GET', '/components'),
    getComponent: () => about('GET'),
    changeComponent: () => about('PATCH', '', { note: 'seen' }),
    getHistory: () => about('GET', '/history?span=1h'),
    listCheckpoints: () => about('GET', '/checkpoints'),
    listLagTrails: async () => plain('GET', `/lags?components=${(await newComponent()).id}`)(),
    importInventory: async () => {
      number += 1
      const name = `10.0.8.1-9000:p_mine${number}-000-0:0000000001`
      return plain('POST', '/inventory', { rows: [{ cluster: 'main', kind: 'writer', name }] })()
    },
    exportInventory: plain('GET', '/inventory'),
    trackComponents: async () => {
      number += 1
      const names = [`10.0.8.1-9000:p_mine${number}-000-0:0000000001`]
      return plain('POST', '/components', { cluster: 'main', kind: 'writer', names })()
    },
    untrackComponent: () => about('DELETE'),
    listNames: () => about('GET', '/names'),
    getConfig: () => about('GET', '/config'),
    getRaw: () => about('GET', '/raw'),
    createOperation: async () => {
      const { id } = await newComponent()
      const body = { component: id, kind: 'stop' }
      const absent = { body: { ...body, component: absentId }, id: absentId }
      return { ...(await plain('POST', '/operations', body)()), id, absent }
    },
    listOperations: plain('GET', '/operations'),
    getOperation: async () => {
      const { id } = await halted('reject')
      const path = (one: string) => `${apiPrefix}/operations/${one}`
      return { method: 'GET', path: path(id), id, absent: { path: path(absentId), id: absentId } }
    },
    retryOperation: () => decision('reject', 'retry', { step: 0, attempt: 1 }),
    settleOperation: () =>
      decision('reset', 'settle', { step: 0, attempt: 1, as: 'happened', reason: 'seen' }),
    abandonOperation: () => decision('reject', 'abandon', { reason: 'no more' }),
    listAudit: plain('GET', '/audit'),
    exportAudit: plain('GET', '/audit/export?format=jsonl'),
    streamEvents: async () => ({ ...(await plain('GET', '/events')()), isStream: true }),
    watchComponents: async () => {
      const { product, admin } = world()
      number += 1
      const stream = `stream-of-${number}`
      const opened = messagesOf(product.url, { stream, headers: admin.headers })
      await opened.next()
      return plain('PUT', `/events/${stream}/watch`, { components: [] })()
    },
    askCm: async () => {
      const { name } = await newComponent('writer')
      const path = (one: string) =>
        `${apiPrefix}/clusters/main/cm/JDBCWriter/detail?writerName=${one}`
      return { method: 'GET', path: path(name), id: name, absent: { path: path(absentId), id: '' } }
    },
  }
}

const at = (method: string, path: string) => [method, apiPrefix + path] as const
