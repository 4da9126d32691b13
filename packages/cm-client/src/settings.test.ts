import { expect, test } from 'vitest'

import { bodyOf } from './call.ts'
import { checkerCalls } from './checkers.ts'
import { connectorCalls } from './connectors.ts'
import { writerCalls } from './writers.ts'

const updates = {
  connector: connectorCalls.update,
  writer: writerCalls.update,
  checker: checkerCalls.update,
}

test('several settings go in one call, in their order and after the name', () => {
  const connector = connectorCalls.update('c', {
    'source.checkpoint': '{"t":"1"}',
    'dest.batch.size': '20',
    'coordinator.retryTimes': '9',
  })
  const checker = checkerCalls.update('7', {
    'limitator.queue.size': '1',
    'filter.x': 'a&task.id=8',
  })

  expect(bodyOf(connector)).toBe(
    'taskName=c&source.checkpoint={"t":"1"}&dest.batch.size=20&coordinator.retryTimes=9',
  )
  expect(bodyOf(checker)).toBe('task.id=7&limitator.queue.size=1&filter.x=a%26task.id%3D8')
})

/** What could become another pair, another component or another field at CM's. */
const smuggled: Record<keyof typeof updates, readonly string[]> = {
  connector: ['taskName', 'key', 'sink.key', 'Source.key', 'source', 'source.', 'x.source.key'],
  writer: ['applierName', 'key', 'jdbcwriter.key', 'JDBCWriter', 'JDBCWriter.', 'node', 'force'],
  checker: ['task.id', 'task.type', 'task.resume', 'TASK.id', 'task.', '1', '_task.id', '.x', ''],
}
const prefixes = { connector: 'source.', writer: 'JDBCWriter.', checker: 'limitator.' }
const marks = Array.from(' \t\n\r\0&=+%;,?#:/\\\'"$`!*()[]{}<>|~^@键\u200B\uD800\u0130')

test.for(['connector', 'writer', 'checker'] as const)('no pair is smuggled into a %s', (kind) => {
  const prefix = prefixes[kind]
  const keys = [
    ...smuggled[kind],
    ...marks.flatMap((mark) => [`${prefix}a${mark}`, `${mark}${prefix}a`]),
    `${prefix}a&taskName=x`,
    '__proto__',
  ]
  const isTaken = (pairs: [string, string][]) => {
    try {
      updates[kind]('n', Object.fromEntries(pairs))
      return true
    } catch (error) {
      if (error instanceof TypeError) return false
      throw error
    }
  }

  const taken = keys.filter(
    (key) =>
      isTaken([[key, 'v']]) ||
      isTaken([
        [`${prefix}a`, 'v'],
        [key, 'v'],
      ]), // beside a good one
  )

  expect(taken).toEqual([])
  expect(isTaken([[`${prefix}a`, 'v']])).toBe(true)
})

test('an update without a setting is none', () => {
  for (const update of Object.values(updates)) expect(() => update('n', {})).toThrow(TypeError)
})

test('what the vendor documents passes, secrets as variables too', () => {
  const keys = ['sync_password', 'coordinatorFile.hotKeyMerge', 'cluster.url', 'filter.conditions']
  const settings = Object.fromEntries(
    keys.map((key) => [`JDBCWriter.${key}`, { variable: 'VALUE' }]),
  )

  expect(writerCalls.update('w', settings).form).toEqual({ applierName: 'w', ...settings })
})
