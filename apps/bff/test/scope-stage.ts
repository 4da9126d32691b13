import type { Grant, TrackResult } from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { settle } from './estate.ts'
import { askAs, firstAdmin, newPerson, type Answer, type Person } from './people.ts'
import { startProduct, type Product } from './product.ts'

/** One estate, and people who see all of it, the same part of it, and another part. */
export interface Stage {
  simulator: Simulator
  product: Product
  admin: Person
  /** Operates what is `mine`. */
  narrow: Person
  /** Sees what is `mine`. */
  sameScope: Person
  /** Operates what is `theirs`. */
  stranger: Person
  /** Of a name that is tracked. */
  idOf: (name: string) => string
  /** Puts writers into the world and into the list. */
  track: (...names: string[]) => Promise<void>
  api: <T>(person: Person, method: string, path: string, more?: object) => Promise<Answer<T>>
  listOf: <T>(person: Person, path: string) => Promise<{ items: T[]; total: number }>
  end: () => Promise<void>
}

export const writer = (host: string, topic: string) => `${host}-9000:p_${topic}-000-0:0000000001`
export const mine = writer('10.0.6.1', 'mine')
export const theirs = writer('10.0.6.1', 'theirs')

export const grant = (name: string, role: Grant['role'] = 'operator'): Grant => ({
  role,
  cluster: 'main',
  kind: '*',
  name,
})

export async function setStage(): Promise<Stage> {
  const simulator = await launchSimulator()
  const product = await startProduct(simulator.url, {
    auth: 'local',
    clusters: [
      { id: 'main', url: simulator.url, callsPerSecond: 50 },
      { id: 'away', url: 'http://127.0.0.1:9', callsPerSecond: 1 },
    ],
  })
  const admin = await firstAdmin(product)
  const person = (name: string, ...grants: Grant[]) => newPerson(product, admin, { name, grants })
  const api = <T>(who: Person, method: string, path: string, more: object = {}) =>
    askAs<T>(product, who, [method, `/api/v1${path}`], more)
  const ids = new Map<string, string>()
  const track = async (...names: string[]) => {
    for (const name of names) await settle(simulator, { kind: 'writer', name })
    const body = { cluster: 'main', kind: 'writer', names }
    const answer = await api<{ items: TrackResult[] }>(admin, 'POST', '/components', { body })
    for (const { name, id = '' } of answer.body.items) ids.set(name, id)
  }
  await track(mine, theirs)
  return {
    simulator,
    product,
    admin,
    narrow: await person('narrow', grant('*p_mine*')),
    sameScope: await person('same', grant('*p_mine*', 'viewer')),
    stranger: await person('stranger', grant('*p_theirs*')),
    idOf: (name) => ids.get(name) ?? '',
    track,
    api,
    listOf: async <T>(who: Person, path: string) =>
      (await api<{ items: T[]; total: number }>(who, 'GET', path)).body,
    end: async () => {
      await product.end()
      await simulator.end()
    },
  }
}
