import {
  apiPrefix,
  endpoints,
  everywhere,
  type Grant,
  type ProblemBody,
} from '@wheelhouse/contract'
import { launchSimulator, type Simulator } from '@wheelhouse/simulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicRoutes } from '../src/plugins/access.ts'
import { assure } from './assure.ts'
import { expected, principals, type Asking } from './authorization-oracle.ts'
import { everythingIn } from './authorization-state.ts'
import { subjectsOf, type Subject } from './authorization-subjects.ts'
import { elsewhere } from './estate.ts'
import { askAs, firstAdmin, newPerson, newToken, nobody, signIn, type Person } from './people.ts'
import { startProduct, until, type Product } from './product.ts'

/** T-AUTHZ: every route, every method, everybody who could ask. */

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE']
let simulator: Simulator
let product: Product
let admin: Person
const people = new Map<Asking, Person>()
const counts = { requests: 0, refused: 0, privileged: 0, violations: 0 }
const covered = new Set<string>()
let skewMs = 0

const inScope: Grant = { role: 'operator', cluster: 'main', kind: '*', name: '*p_mine*' }
const outOfScope: Grant = { role: 'operator', cluster: 'main', kind: '*', name: '*p_other*' }

beforeAll(async () => {
  simulator = await launchSimulator()
  await simulator.control('POST', 'hosts', { name: elsewhere })
  product = await startProduct(
    simulator.url,
    { auth: 'local' },
    { clock: () => Date.now() + skewMs, steady: () => performance.now() + skewMs },
  )
  admin = await firstAdmin(product)
  people.set('expired session', await signIn(product, 'root'))
  skewMs = 13 * 3_600_000
  admin = await signIn(product, 'root')
  const made = async (asking: Asking, name: string, grants: Grant[]) =>
    people.set(asking, await newPerson(product, admin, { name, grants }))
  await made('viewer', 'viewer', [everywhere('viewer')])
  await made('operator out of scope', 'stranger', [outOfScope])
  await made('operator in scope', 'operator', [inScope])
  await made('admin', 'boss', [everywhere('admin')])
  await made('auditor', 'auditor', [everywhere('auditor')])
  const operator = people.get('operator in scope') ?? nobody
  people.set('token', await newToken(product, operator, { name: 'deploy', grants: [inScope] }))
  people.set('anonymous', nobody)
  people.set('malformed bearer', { ...nobody, headers: { authorization: 'Bearer nonsense' } })
}, 60_000)
afterAll(async () => {
  await product.end()
  await simulator.end()
})

const subjects = subjectsOf(() => ({ product, simulator, admin }))

const send = (person: Person, subject: Subject) =>
  askAs<ProblemBody>(product, person, [subject.method, subject.path], {
    ...(subject.body !== undefined && { body: subject.body }),
    onlyBegin: subject.isStream ?? false,
  })

/** Nothing goes on by itself any more. */
const untilQuiet = () =>
  until(
    async () => {
      const rows = await product.db.selectFrom('operation').selectAll().execute()
      return rows.filter(
        ({ state, verification }) =>
          state === 'queued' ||
          state === 'running' ||
          (state === 'succeeded' && verification === 'pending'),
      )
    },
    (open) => open.length === 0,
  )

/** Both answers where they differ: what is out of scope is answered word for word as what isn't there. */
async function unlikeAbsent(person: Person, subject: Subject, said: ProblemBody) {
  const { id = '', absent } = subject
  const other = await send(person, { ...subject, ...absent })
  const plain = (body: ProblemBody, of: string) =>
    JSON.stringify({ ...body, requestId: '' }).replaceAll(` ${of}"`, ' …"')
  const both = [plain(said, id), plain(other.body, absent?.id ?? '')]
  return both[0] === both[1] ? [] : both
}

test.each(Object.entries(endpoints))(
  '%s is done for who may, and for nobody else',
  async (name, endpoint) => {
    const make = subjects[name]
    if (!make) throw new Error(`nobody has said how ${name} is asked for`)
    covered.add(`${endpoint.method} ${apiPrefix}${endpoint.path.replaceAll(/\{(\w+)\}/gu, ':$1')}`)

    // First that it works at all: else every refusal below could be for another reason.
    const wanted = await make()
    const done = wanted.isDone ? undefined : await send(wanted.by ?? admin, wanted)
    expect(done && done.status >= 300 ? JSON.stringify(done) : '').toBe('')
    await untilQuiet()
    counts.privileged += 1

    const subject = await make()
    const before = await everythingIn(product, simulator)
    const unlike: string[] = []
    for (const asking of principals) {
      const person = people.get(asking) ?? nobody
      const answer = expected(endpoint, asking, subject)
      if (answer === 'done') continue
      const { status, body } = await send(person, subject)
      counts.requests += 1
      counts.refused += 1
      expect([name, asking, status, body.code]).toEqual([name, asking, ...answer])
      if (answer[1] === 'NOT_FOUND') unlike.push(...(await unlikeAbsent(person, subject, body)))
    }
    expect(unlike).toEqual([])
    expect(await everythingIn(product, simulator)).toEqual(before)
  },
  60_000,
)

test('by no other method is anything done on any route', async () => {
  const before = await everythingIn(product, simulator)
  const urls = new Set(product.routes.map(({ url }) => url))
  const known = new Set(product.routes.map(({ method, url }) => `${method} ${url}`))
  for (const url of urls) {
    const path = url
      .replace(':stream', 'a-stream-of-one')
      .replace(':id', 'nothing')
      .replace('*', 'x')
    for (const method of methods) {
      if (known.has(`${method} ${url}`)) continue
      // By GET everything else is the page, or nothing.
      for (const asking of principals) {
        const person = people.get(asking) ?? nobody
        const { status } = await askAs(product, person, [method, path])
        counts.requests += 1
        const isRefused = status >= 400 && status < 500
        expect([method, url, asking, isRefused || (method === 'GET' && status === 200)]).toEqual([
          method,
          url,
          asking,
          true,
        ])
      }
    }
  }
  expect(await everythingIn(product, simulator)).toEqual(before)
}, 120_000)

test('nothing is answered that is neither of the contract nor on the list of what anybody may have', () => {
  const uncovered = product.routes.filter(({ method, url, access }) => {
    if (covered.has(`${method} ${url}`)) return false
    if (publicRoutes.has(`${method} ${url}`)) return false
    // A cluster's own route of a documented read, and the document of the API.
    if (url.startsWith('/api/v1/clusters/main/cm/') || url === '/api/openapi.json')
      return access === undefined || access.permission === 'public'
    return true
  })

  expect(uncovered).toEqual([])
  expect(counts.privileged).toBe(Object.keys(endpoints).length)
  assure('authorization-matrix', {
    routes: product.routes.length,
    methods: methods.length,
    principals: principals.length,
    requests: counts.requests,
    uncovered: uncovered.length,
    violations: counts.violations,
  })
})
