import { expect, test } from 'vitest'
import { jvmFaultsOf, jvmFormOf, jvmKeyOf, jvmText } from './jvm-form.ts'

test('flags are taken apart and put together again', () => {
  const form = jvmFormOf('-server -Xms4g -Xmx6g -Xmn2g')

  expect(form).toEqual({ heapMin: '4g', heapMax: '6g', young: '2g', others: '-server' })
  expect(jvmText({ ...form, heapMin: ' 6g ' })).toBe('-Xms6g -Xmx6g -Xmn2g -server')
})

test('what can’t be taken apart stands as it is, and what is not known is empty', () => {
  const empty = { heapMin: '', heapMax: '', young: '', others: '' }

  expect(jvmFormOf('-javaagent:x.jar ')).toEqual({ ...empty, others: '-javaagent:x.jar' })
  expect(jvmFormOf(null)).toEqual(empty)
  expect(jvmText(empty)).toBe('')
})

test('all faults are told at once, and what is wrong of the whole where each is right', () => {
  const whys = (flags: string) => jvmFaultsOf(flags).map(({ flag, why }) => `${flag} ${why}`)

  expect(whys('-Xms4 -Xmx6g -javaagent:x.jar')).toEqual([
    '-Xms4 malformed',
    '-javaagent:x.jar not-allowed',
  ])
  expect(whys('-Xms8g -Xmx6g')).toEqual(['-Xms8g min-above-max'])
  expect(whys('-server -server')).toEqual(['-server twice'])
  expect(whys('')).toEqual([])
})

test('a writer has no documented key for them', () => {
  expect([jvmKeyOf('connector'), jvmKeyOf('checker'), jvmKeyOf('writer')]).toEqual([
    'coordinator.connector_jvm_param',
    'limitator.java.opt',
    undefined,
  ])
})
