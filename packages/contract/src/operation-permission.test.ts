import { expect, test } from 'vitest'
import { permissionsFor } from './operation-permission.ts'

test.each(['start', 'stop', 'recheck'] as const)('%s needs start-stop', (kind) => {
  expect(permissionsFor('checker', { kind })).toEqual(['start-stop'])
})

test.each(['rewind', 'delete'] as const)('%s needs itself', (kind) => {
  expect(permissionsFor('writer', { kind })).toEqual([kind])
})

test('a migration by force needs more than one without', () => {
  expect(permissionsFor('writer', { kind: 'migrate', input: {} })).toEqual(['migrate'])
  expect(permissionsFor('writer', { kind: 'migrate', input: { force: false } })).toEqual([
    'migrate',
  ])
  expect(permissionsFor('writer', { kind: 'migrate', input: { force: true } })).toEqual([
    'force-migrate',
  ])
})

test('a configuration needs what each of its keys needs, in any spelling', () => {
  const of = (...keys: string[]) =>
    permissionsFor('connector', {
      kind: 'configure',
      input: { set: Object.fromEntries(keys.map((key) => [key, null])) },
    })

  expect(of()).toEqual(['configure'])
  expect(of('coordinator.connector_jvm_param')).toEqual(['configure-jvm'])
  expect(of('coordinator.CONNECTOR_JVM_PARAM', 'source.anything')).toEqual([
    'configure-jvm',
    'configure',
  ])
})
