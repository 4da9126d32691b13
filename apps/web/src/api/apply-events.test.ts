import { expect, test } from 'vitest'
import { ago, componentWith } from '../test/component.ts'
import { operationWith } from '../test/operation.ts'
import { applyEvents } from './apply-events.ts'
import { parseEvent } from './live.ts'
import {
  componentQuery,
  componentsQuery,
  createQueryClient,
  operationQuery,
  operationsQuery,
} from './queries.ts'

const at = ago(0)

test('a snapshot replaces the list', () => {
  const client = createQueryClient()
  client.setQueryData(componentsQuery.queryKey, { items: [componentWith({ id: 'old' })], total: 1 })

  applyEvents(client, [
    { type: 'snapshot', at, components: [componentWith({ id: 'a' })], clusters: [] },
  ])

  const list = client.getQueryData(componentsQuery.queryKey)
  expect(list?.items.map(({ id }) => id)).toEqual(['a'])
})

test('a change replaces the row in its place and on its page; a new one is added, an untracked goes', () => {
  const client = createQueryClient()
  const items = ['a', 'b', 'c'].map((id) => componentWith({ id }))
  client.setQueryData(componentsQuery.queryKey, { items, total: 3 })
  const changed = componentWith({ id: 'b', verdict: 'stopped' })

  applyEvents(client, [
    { type: 'component.changed', at, component: componentWith({ id: 'b', verdict: 'operating' }) },
    { type: 'component.changed', at, component: changed },
    { type: 'component.changed', at, component: componentWith({ id: 'd' }) },
    { type: 'component.untracked', at, id: 'a' },
  ])

  const list = client.getQueryData(componentsQuery.queryKey)
  expect(list?.items.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
    'b stopped',
    'c running',
    'd running',
  ])
  expect(list?.total).toBe(3)
  expect(client.getQueryData(componentQuery('b').queryKey)).toBe(changed)
})

test('nothing is invented where the list has not been read yet', () => {
  const client = createQueryClient()

  applyEvents(client, [{ type: 'component.changed', at, component: componentWith() }])

  expect(client.getQueryData(componentsQuery.queryKey)).toBeUndefined()
})

test('a new operation comes first in the lists that it belongs to, and a known one stays in place', () => {
  const client = createQueryClient()
  const all = operationsQuery().queryKey
  const ofB = operationsQuery({ component: 'b' }).queryKey
  client.setQueryData(all, { items: [operationWith({ id: '1' })], total: 1 })
  client.setQueryData(ofB, { items: [], total: 0 })

  applyEvents(client, [
    { type: 'operation.changed', at, operation: operationWith({ id: '2' }) },
    { type: 'operation.changed', at, operation: operationWith({ id: '1', state: 'succeeded' }) },
  ])

  const list = client.getQueryData(all)
  expect(list?.items.map(({ id, state }) => `${id} ${state}`)).toEqual(['2 running', '1 succeeded'])
  expect(client.getQueryData(ofB)?.items).toEqual([])
  expect(client.getQueryData(operationQuery('2').queryKey)?.id).toBe('2')
})

test('a list of one kind of operation takes in no other kind', () => {
  const client = createQueryClient()
  const configured = operationsQuery({ component: 'c1', kind: 'configure' }).queryKey
  client.setQueryData(configured, { items: [], total: 0 })

  applyEvents(client, [
    { type: 'operation.changed', at, operation: operationWith({ id: '1', kind: 'stop' }) },
    { type: 'operation.changed', at, operation: operationWith({ id: '2', kind: 'configure' }) },
  ])

  expect(client.getQueryData(configured)?.items.map(({ id }) => id)).toEqual(['2'])
})

test('an event that this page does not know is left alone', () => {
  expect(parseEvent('{"type":"batch.changed","at":"2026-11-23T06:00:00Z"}')).toBeUndefined()
  expect(parseEvent('not JSON')).toBeUndefined()
  expect(parseEvent(`{"type":"heartbeat","at":"${at}"}`)).toEqual({ type: 'heartbeat', at })
})

test('an operation leaves a list of one state when it goes on, and enters the next', () => {
  const client = createQueryClient()
  const uncertain = operationsQuery({ state: 'uncertain' }).queryKey
  const succeeded = operationsQuery({ state: 'succeeded' }).queryKey
  client.setQueryData(uncertain, { items: [operationWith({ state: 'uncertain' })], total: 1 })
  client.setQueryData(succeeded, { items: [], total: 0 })

  applyEvents(client, [
    { type: 'operation.changed', at, operation: operationWith({ state: 'succeeded' }) },
  ])

  expect(client.getQueryData(uncertain)).toEqual({ items: [], total: 0 })
  expect(client.getQueryData(succeeded)?.total).toBe(1)
})
