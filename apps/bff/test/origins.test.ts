import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { errors } from '../src/plugins/errors.ts'
import { ownAddresses } from '../src/plugins/own-addresses.ts'
import { security } from '../src/plugins/security.ts'

const publicOrigin = 'https://wheelhouse.example'

/** What is answered where people sign in. */
async function codeOf(
  headers: Record<string, string>,
  { method = 'POST' }: { method?: 'POST' | 'DELETE' } = {},
) {
  const app = Fastify()
  await app.register(errors)
  await app.register(security, { publicOrigin, host: '127.0.0.1', hasSessions: true })
  app.route({ method: ['POST', 'DELETE'], url: '/thing', handler: async () => ({ code: 'done' }) })
  const answer = await app.inject({
    method,
    url: '/thing',
    headers: { host: 'wheelhouse.example', 'x-wheelhouse': '1', ...headers },
  })
  return answer.json<{ code: string }>().code
}

test('where people sign in, a change says from which page it comes, and it is ours', async () => {
  expect(await codeOf({ origin: publicOrigin })).toBe('done')
  expect(await codeOf({ origin: publicOrigin, 'sec-fetch-site': 'same-origin' })).toBe('done')
  expect(await codeOf({ origin: publicOrigin }, { method: 'DELETE' })).toBe('done')

  expect(await codeOf({})).toBe('FOREIGN_ORIGIN')
  expect(await codeOf({}, { method: 'DELETE' })).toBe('FOREIGN_ORIGIN')
  for (const origin of [
    'null',
    '',
    'http://wheelhouse.example',
    'https://wheelhouse.example:8443',
    'https://wheelhouse.example.',
    'https://WHEELHOUSE.example',
    'https://sub.wheelhouse.example',
    'https://wheelhouse.example.evil.example',
    'http://127.0.0.1:80',
    'http://localhost',
  ])
    expect([origin, await codeOf({ origin })]).toEqual([origin, 'FOREIGN_ORIGIN'])
  for (const site of ['same-site', 'cross-site', 'none', '', 'SAME-ORIGIN'])
    expect([site, await codeOf({ origin: publicOrigin, 'sec-fetch-site': site })]).toEqual([
      site,
      'FOREIGN_ORIGIN',
    ])
  expect(await codeOf({ origin: publicOrigin, 'x-wheelhouse': '' })).toBe('HEADER_MISSING')
})

test('a token has no page and needs none; what only looks like one is none', async () => {
  const evil = { origin: 'http://evil.example', 'x-wheelhouse': '' }

  expect(await codeOf({ ...evil, authorization: 'Bearer wht_x' })).toBe('done')
  expect(await codeOf({ ...evil, authorization: 'bearer' })).toBe('done')
  for (const authorization of [
    'Basic eDp5',
    'Bearerx',
    ' ',
    'Token x',
    'Digest Bearer',
    'x Bearer y',
  ])
    expect([authorization, await codeOf({ ...evil, authorization })]).toEqual([
      authorization,
      'FOREIGN_ORIGIN',
    ])
})

test('the three spellings of this machine are one, at our port and by plain http alone', () => {
  const { origins, hosts } = ownAddresses(8080, { publicOrigin: undefined, host: '127.0.0.1' })

  expect([...origins].toSorted()).toEqual([
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'http://localhost:8080',
  ])
  expect([...hosts].toSorted()).toEqual(['127.0.0.1:8080', '[::1]:8080', 'localhost:8080'])
  expect(ownAddresses(80, { publicOrigin: undefined, host: '::1' }).hosts).toEqual(
    new Set(['127.0.0.1', 'localhost', '[::1]']),
  )
})

test('with a public origin pages come from there alone, and this machine may still be asked by its names', () => {
  const { origins, hosts } = ownAddresses(8080, { publicOrigin, host: '0.0.0.0' })

  expect([...origins]).toEqual([publicOrigin])
  expect(hosts.has('wheelhouse.example')).toBe(true)
  expect(hosts.has('localhost:8080')).toBe(true)
  expect(hosts.has('0.0.0.0:8080')).toBe(false)
})
