import { getComponent } from '@wheelhouse/contract'
import type { Session } from '@wheelhouse/contract'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { call } from './call.ts'
import { followSession, lastSignedIn, standing } from './follow-session.ts'
import { createQueryClient, sessionQuery, takeSession } from './queries.ts'
import { sessionOver } from './session-doubt.ts'
import { readSessionWord } from './session-word.ts'

const session: Session = {
  state: 'signed-in',
  actor: 'alice',
  grants: [],
  endsAt: null,
  mode: 'real',
  version: '1',
  isInsecure: false,
  isReadOnly: false,
}
const nobody: Session = { ...session, state: 'signed-out', actor: null }

/** A server at which somebody is signed in, or nobody, or that is away. */
function serverWith(first: object) {
  const server: { session: object | null } = { session: first }
  vi.stubGlobal('fetch', async (url: string) => {
    if (!server.session) throw new TypeError('connection refused')
    if (url.endsWith('/session')) return Response.json(server.session)
    const problem = { code: 'NOT_SIGNED_IN', title: '', detail: '', requestId: '' }
    return Response.json(problem, { status: 401 })
  })
  return server
}

const ends: (() => void)[] = []

function page() {
  const seen = { started: 0, ended: 0, reloads: 0 }
  const client = createQueryClient()
  ends.push(
    followSession(client, {
      start: () => {
        seen.started += 1
        return () => (seen.ended += 1)
      },
      reload: () => (seen.reloads += 1),
    }),
  )
  return { client, seen }
}

const stranger = () => call(getComponent, { params: { id: 'a' } }).catch(() => undefined)
const otherTab = (newValue: string | null) =>
  window.dispatchEvent(new StorageEvent('storage', { key: 'wheelhouse-session', newValue }))

beforeEach(() => {
  localStorage.clear()
  standing.set('asking')
  sessionOver.set(false)
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})

test('a stranger is asked to sign in before anything else is asked of the server', async () => {
  serverWith(nobody)
  const { client, seen } = page()
  expect(standing.get()).toBe('asking')

  await vi.waitFor(() => expect(standing.get()).toBe('signed-out'))
  expect(seen.started).toBe(0)

  takeSession(client, session)
  await vi.waitFor(() => expect(standing.get()).toBe('in'))
  expect(seen.started).toBe(1)
})

test('where somebody worked before, the page does not wait for the answer', async () => {
  serverWith(session)
  page()
  await vi.waitFor(() => expect(readSessionWord()).toBe('in'))

  standing.set('asking')
  const { seen } = page()

  expect(standing.get()).toBe('in')
  expect(seen.started).toBe(1)
})

test('a session that ended is taken up where it was, by the same person', async () => {
  const server = serverWith(session)
  const { client, seen } = page()
  await vi.waitFor(() => expect(standing.get()).toBe('in'))

  server.session = nobody
  await stranger()
  await vi.waitFor(() => expect(standing.get()).toBe('over'))
  expect(seen).toEqual({ started: 1, ended: 1, reloads: 0 })
  expect(lastSignedIn.get()).toBe('alice')
  // What they may do is still what their page shows.
  expect(client.getQueryData(sessionQuery.queryKey)).toEqual(session)

  takeSession(client, session)
  await vi.waitFor(() => expect(standing.get()).toBe('in'))
  expect(seen).toEqual({ started: 2, ended: 1, reloads: 0 })
})

test('whoever else signs in gets a page of their own', async () => {
  const server = serverWith(session)
  const { client, seen } = page()
  await vi.waitFor(() => expect(standing.get()).toBe('in'))
  server.session = nobody
  await stranger()
  await vi.waitFor(() => expect(standing.get()).toBe('over'))

  takeSession(client, { ...session, actor: 'bob' })

  await vi.waitFor(() => expect(seen.reloads).toBe(1))
  expect(standing.get()).toBe('over')
})

test('an answer to a session that has been renewed meanwhile ends nothing', async () => {
  serverWith(session)
  const { seen } = page()
  await vi.waitFor(() => expect(standing.get()).toBe('in'))

  await stranger()
  await new Promise((resolve) => setTimeout(resolve))

  expect(standing.get()).toBe('in')
  expect(seen).toEqual({ started: 1, ended: 0, reloads: 0 })
})

test('signing out in one tab is signing out in all; signing in again too', async () => {
  const server = serverWith(session)
  const { seen } = page()
  await vi.waitFor(() => expect(standing.get()).toBe('in'))

  otherTab('out')
  expect(seen.reloads).toBe(1)

  server.session = nobody
  otherTab(null)
  await vi.waitFor(() => expect(standing.get()).toBe('over'))
  server.session = session
  otherTab('in')
  await vi.waitFor(() => expect(standing.get()).toBe('in'))
})

test('while the server is away the page shows what it can, and asks nobody to sign in', async () => {
  const server = serverWith(session)
  server.session = null
  page()

  await vi.waitFor(() => expect(standing.get()).toBe('in'))
})
