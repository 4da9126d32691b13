import { expect, test } from 'vitest'
import { componentWith } from '../../test/component.ts'
import { operationWith } from '../../test/operation.ts'
import { soughtComponents, soughtHosts, soughtOperations } from './sought.ts'

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

test('components are found by a part of what they are known by, the worst first, with how many in all', () => {
  const components = [
    componentWith({ id: 'a', topic: 'orders' }),
    componentWith({ id: 'b', host: 'orders-7', verdict: 'abnormal' }),
    componentWith({ id: 'c', project: 'p_Orders' }),
    componentWith({ id: 'd' }),
  ]

  const found = soughtComponents(components, 'ORDERS', { most: 2 })

  expect(idsOf(found.shown)).toEqual(['b', 'a'])
  expect(found.total).toBe(3)
})

test('before anything is typed there are no components and no hosts, but the newest operations', () => {
  const components = [componentWith()]
  const operations = [operationWith({ id: 'new' }), operationWith({ id: 'old' })]

  expect(soughtComponents(components, '', { most: 5 }).shown).toEqual([])
  expect(soughtHosts(components, '', { most: 5 })).toEqual([])
  expect(idsOf(soughtOperations(operations, '', { most: 1, kindWord: () => '' }))).toEqual(['new'])
})

test('a host is found once for each cluster, the one with the most components first', () => {
  const components = [
    componentWith({ cluster: 'x', host: '10.0.0.1' }),
    componentWith({ cluster: 'y', host: '10.0.0.1' }),
    componentWith({ cluster: 'y', host: '10.0.0.1' }),
    componentWith({ host: '10.9.9.9' }),
  ]

  expect(soughtHosts(components, '10.0', { most: 5 })).toEqual([
    { cluster: 'y', host: '10.0.0.1', components: 2 },
    { cluster: 'x', host: '10.0.0.1', components: 1 },
  ])
})

test('operations are found by what they are called in the language that is spoken', () => {
  const operations = [
    operationWith({ id: 'a', kind: 'stop' }),
    operationWith({ id: 'b', kind: 'start' }),
  ]
  const kindWord = ({ kind }: { kind: string }) => (kind === 'stop' ? '停止' : '启动')

  expect(idsOf(soughtOperations(operations, '停止', { most: 5, kindWord }))).toEqual(['a'])
})
