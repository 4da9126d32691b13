import { QueryClientProvider } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { createQueryClient, sessionQuery } from '../../api/queries.ts'
import { everyNamed, named, press, settle, show, type } from '../../test/screen.tsx'
import { SignInForm } from './sign-in-form.tsx'

const session = {
  state: 'signed-in',
  actor: 'alice',
  grants: [],
  endsAt: null,
  mode: 'real',
  version: '1',
  isInsecure: false,
  isReadOnly: false,
}

function serverThatSays(status: number, answer: object) {
  const bodies: unknown[] = []
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    bodies.push(JSON.parse(body))
    return Response.json(answer, { status })
  })
  return bodies
}

function form(known?: string) {
  const client = createQueryClient()
  show(
    <QueryClientProvider client={client}>
      <SignInForm {...(known === undefined ? {} : { known })} />
    </QueryClientProvider>,
  )
  return client
}

const problem = (code: string, more = {}) => ({
  code,
  title: code,
  detail: 'in English',
  requestId: 'r',
  ...more,
})
const said = () => document.querySelector('[role="alert"]')?.textContent.trim() ?? ''
const submit = async (name: string) => {
  press('button', name)
  await settle()
  await settle()
}

afterEach(() => vi.unstubAllGlobals())

test('name and password are sent once, and the session is known', async () => {
  const bodies = serverThatSays(200, session)
  const client = form()
  type('textbox', 'Name', ' alice ')
  type('password', 'Password', 'correct horse battery')

  await submit('Sign in')
  await submit('Sign in')

  expect(bodies).toEqual([{ name: 'alice', password: 'correct horse battery' }])
  expect(client.getQueryData(sessionQuery.queryKey)?.actor).toBe('alice')
})

test('a wrong password is said in words, and what was typed stays', async () => {
  serverThatSays(401, problem('SIGN_IN_FAILED'))
  form()
  type('textbox', 'Name', 'alice')
  type('password', 'Password', 'wrong horse')

  await submit('Sign in')

  expect(said()).toBe('Name or password is wrong.')
  expect(named('textbox', 'Name')).toHaveProperty('value', 'alice')
  expect(named('password', 'Password')).toHaveProperty('value', 'wrong horse')
})

test('after too many attempts the button says for how long to wait, and sends nothing meanwhile', async () => {
  const bodies = serverThatSays(429, problem('TOO_MANY', { retryAfterSeconds: 90 }))
  form('alice')
  type('password', 'Password', 'wrong horse')

  await submit('Sign in')
  await submit('Try again in')

  expect(said()).toContain('you can try again in 1 min 30 s')
  expect(everyNamed('button').at(-1)).toMatch(/^Try again in 1 min/u)
  expect(bodies).toHaveLength(1)
})

test('the password can be shown and hidden', () => {
  form()
  type('password', 'Password', 'correct horse')

  press('button', 'Show: Password')
  expect(document.querySelector('[name="password"]')?.getAttribute('type')).toBe('text')
  press('button', 'Hide: Password')
  expect(document.querySelector('[name="password"]')?.getAttribute('type')).toBe('password')
})
