import { type Component, type ServerEvent } from '@wheelhouse/contract'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { newPerson, type Person } from './people.ts'
import { until } from './product.ts'
import { grant, mine, theirs, writer, setStage, type Stage } from './scope-stage.ts'
import { messagesOf } from './stream.ts'

/** T-SCOPE of what is told by itself: each audience hears of what it sees, and of nothing else. */

let stage: Stage
let simulator: Stage['simulator']
let product: Stage['product']
let admin: Stage['admin']
let narrow: Stage['narrow']
let sameScope: Stage['sameScope']
let stranger: Stage['stranger']
let idOf: Stage['idOf']
let track: Stage['track']
let api: Stage['api']

beforeAll(async () => {
  stage = await setStage()
  ;({ simulator, product, admin, narrow, sameScope, stranger, idOf, track, api } = stage)
}, 60_000)
afterAll(() => stage.end())

/** What a stream has told so far, in order. */
function listen(person: Person) {
  const events: ServerEvent[] = []
  const revisions: string[] = []
  const ending = new AbortController()
  onTestFinished(() => ending.abort())
  const reading = (async () => {
    const opened = messagesOf(product.url, {
      signal: ending.signal,
      headers: { ...person.headers },
    })
    for await (const { id, events: told } of opened) {
      if (id !== undefined) revisions.push(id)
      events.push(...told)
    }
  })().catch(() => {})
  return { events, revisions, reading }
}

const told = (events: readonly ServerEvent[], type: ServerEvent['type']) =>
  events.filter((event) => event.type === type)

test('a stream tells of what is in scope, and revisions of two audiences never mix', async () => {
  const [own, all] = [listen(narrow), listen(admin)]
  await until(
    async () => [own, all],
    (both) => both.every(({ events }) => told(events, 'snapshot').length > 0),
  )
  const note = (name: string) =>
    api(admin, 'PATCH', `/components/${idOf(name)}`, { body: { note: 'for the stream' } })
  await note(theirs)
  await note(mine)
  await until(
    async () => own.events,
    (events) => JSON.stringify(told(events, 'component.changed')).includes('for the stream'),
  )

  expect(JSON.stringify(own.events)).not.toContain('theirs')
  expect(JSON.stringify(own.events)).not.toContain(idOf(theirs))
  expect(JSON.stringify(all.events)).toContain(idOf(theirs))
  const lives = (revisions: readonly string[]) => revisions.map((one) => one.split('.')[0])
  expect(lives(own.revisions).filter((one) => lives(all.revisions).includes(one))).toEqual([])
})

test('whoever gives the revision of another audience is told everything of their own', async () => {
  const { revision } = (await api<{ revision: string }>(admin, 'GET', '/components')).body
  const opened = messagesOf(product.url, { since: revision, headers: { ...narrow.headers } })
  const { value } = await opened.next()
  await opened.return(undefined)

  expect(value?.events[0]?.type).toBe('snapshot')
  expect(JSON.stringify(value)).not.toContain('theirs')
})

test('a row that a migration names out of scope is gone for who saw it, and theirs for who sees it now', async () => {
  const name = writer('10.0.6.7', 'moving')
  await simulator.control('POST', 'hosts', { name: '10.0.9.9' })
  const by = (person: string, glob: string) =>
    newPerson(product, admin, { name: person, grants: [grant(glob, 'viewer')] })
  const [before, after] = [await by('before', '10.0.6.7-*'), await by('after', '10.0.9.9-*')]
  await track(name)
  const [leaving, coming] = [listen(before), listen(after)]
  await until(
    () => api<Component>(admin, 'GET', `/components/${idOf(name)}`),
    ({ body }) => body.active === true,
  )
  const body = { component: idOf(name), kind: 'migrate', input: { host: '10.0.9.9' } }
  expect((await api(admin, 'POST', '/operations', { body })).status).toBe(202)

  await until(
    async () => told(leaving.events, 'component.untracked'),
    (gone) => gone.length > 0,
    60_000,
  )
  await until(
    async () => told(coming.events, 'component.changed'),
    (here) => here.length > 0,
    60_000,
  )
  expect(JSON.stringify(leaving.events)).not.toContain('"name":"10.0.9.9')
  expect((await api(before, 'GET', `/components/${idOf(name)}`)).status).toBe(404)
}, 120_000)

test('a stream’s name is its owner’s: nobody else says what it watches', async () => {
  const opened = messagesOf(product.url, {
    stream: 'my-own-stream',
    headers: { ...narrow.headers },
  })
  await opened.next()
  const watch = (person: Person) =>
    api(person, 'PUT', '/events/my-own-stream/watch', { body: { components: [idOf(theirs)] } })

  const answers = [await watch(stranger), await watch(sameScope), await watch(narrow)]
  await opened.return(undefined)

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 204])
})
