import { licences } from 'virtual:licences'
import { expect, test } from 'vitest'

test('everything that the two programs take along is listed with its licence, theirs in turn too', () => {
  const named = (name: string) => licences.find((it) => it.name === name)

  expect(named('react')).toMatchObject({ licence: 'MIT', part: 'browser' })
  expect(named('scheduler')).toMatchObject({ licence: 'MIT', part: 'browser' })
  expect(named('fastify')).toMatchObject({ licence: 'MIT', part: 'server' })
  expect(named('zod')).toMatchObject({ part: 'browser' })
  expect(licences.filter(({ licence }) => licence === '')).toEqual([])
})

test('neither our own packages nor what only builds them are in the list', () => {
  const names = licences.map(({ name }) => name)

  expect(names.filter((name) => name.startsWith('@wheelhouse/'))).toEqual([])
  expect(names).not.toContain('vite')
})
