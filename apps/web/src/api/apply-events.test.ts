import type { ServerEvent } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { clusterWith } from '../test/cluster.ts'
import { ago, componentWith } from '../test/component.ts'
import { operationWith } from '../test/operation.ts'
import { applyEvents, applyMessage } from './apply-events.ts'
import { createEstateStore } from './estate-store.ts'
import { parseEvents } from './parse-events.ts'
import { createQueryClient, operationQuery, operationsQuery } from './queries.ts'
import { readingOf } from './reading-of.ts'

const at = ago(0)

function placesWith(...ids: string[]) {
  const estate = createEstateStore()
  const components = ids.map((id) => componentWith({ id }))
  if (ids.length > 0) estate.replaceAll(components, 'e.5')
  return { client: createQueryClient(), estate }
}

const changed = (id: string, verdict: 'stopped' | 'operating') =>
  ({ type: 'component.changed', at, component: componentWith({ id, verdict }) }) as const

test('a snapshot replaces the list', () => {
  const places = placesWith('old')
  const components = [componentWith({ id: 'a' })]

  applyEvents(places, [{ type: 'snapshot', at, revision: 'e.9', components, clusters: [] }])

  expect(places.estate.all().map(({ id }) => id)).toEqual(['a'])
  expect(places.estate.clusters.get()).toEqual([])
})

test('of one message the last word on a row holds: changed, read again, come or gone', () => {
  const places = placesWith('a', 'b', 'c')
  const reading = { ...readingOf(componentWith()), lagSeconds: 31 }

  applyEvents(places, [
    changed('b', 'operating'),
    changed('b', 'stopped'),
    { type: 'component.observed', id: 'b', reading },
    { type: 'component.observed', id: 'c', reading },
    changed('d', 'stopped'),
    { type: 'component.untracked', at, id: 'a' },
  ])

  const told = places.estate.all().map((it) => `${it.id} ${it.verdict} ${it.lagSeconds}`)
  expect(told).toEqual(['b stopped 31', 'c running 31', 'd stopped 2'])
})

test('whoever switches writing off for all is heard: what is known of the session is asked anew', () => {
  const places = placesWith()
  const isStale = () => places.client.getQueryState(['session'])?.isInvalidated
  const told = (readOnlyBy: 'product' | null) =>
    applyEvents(places, [
      {
        type: 'cluster.changed',
        at,
        cluster: clusterWith({ readOnly: readOnlyBy !== null, readOnlyBy }),
      },
    ])
  places.estate.clusters.set([clusterWith({})])
  places.client.setQueryData(['session'], {})

  told(null)
  expect(isStale()).toBe(false)
  told('product')
  expect(isStale()).toBe(true)
})

test('a message that is no later than what is shown changes nothing', () => {
  const places = placesWith('a')
  const message = (revision: string, verdict: 'stopped' | 'operating') =>
    applyMessage(places, { revision, data: JSON.stringify([changed('a', verdict)]) }, Date.now())

  message('e.5', 'stopped')
  expect(places.estate.get('a')?.verdict).toBe('running')

  message('e.6', 'stopped')
  message('e.6', 'operating')
  expect(places.estate.get('a')?.verdict).toBe('stopped')
  expect(places.estate.revision()).toBe('e.6')
})

test('what this page does not know is left alone, and what it knows beside it is taken', () => {
  const unknown = { type: 'batch.changed', at }
  const heartbeat: ServerEvent = { type: 'heartbeat', at }

  expect(parseEvents(JSON.stringify([unknown, heartbeat, null, 7]))).toEqual([heartbeat])
  expect(parseEvents('not JSON')).toEqual([])
  expect(parseEvents('{}')).toEqual([])
})

test('a new operation comes first in the lists that it belongs to, and a known one stays in place', () => {
  const places = placesWith()
  const { client } = places
  const all = operationsQuery().queryKey
  const ofB = operationsQuery({ component: 'b' }).queryKey
  client.setQueryData(all, { items: [operationWith({ id: '1' })], total: 1 })
  client.setQueryData(ofB, { items: [], total: 0 })

  applyEvents(places, [
    { type: 'operation.changed', at, operation: operationWith({ id: '2' }) },
    { type: 'operation.changed', at, operation: operationWith({ id: '1', state: 'succeeded' }) },
  ])

  const list = client.getQueryData(all)
  expect(list?.items.map(({ id, state }) => `${id} ${state}`)).toEqual(['2 running', '1 succeeded'])
  expect(client.getQueryData(ofB)?.items).toEqual([])
  expect(client.getQueryData(operationQuery('2').queryKey)?.id).toBe('2')
})

test('a list of one kind of operation takes in no other kind', () => {
  const places = placesWith()
  const configured = operationsQuery({ component: 'c1', kind: 'configure' }).queryKey
  places.client.setQueryData(configured, { items: [], total: 0 })

  applyEvents(places, [
    { type: 'operation.changed', at, operation: operationWith({ id: '1', kind: 'stop' }) },
    { type: 'operation.changed', at, operation: operationWith({ id: '2', kind: 'configure' }) },
  ])

  expect(places.client.getQueryData(configured)?.items.map(({ id }) => id)).toEqual(['2'])
})

test('an operation leaves a list of one state when it goes on, and enters the next', () => {
  const places = placesWith()
  const { client } = places
  const uncertain = operationsQuery({ state: 'uncertain' }).queryKey
  const succeeded = operationsQuery({ state: 'succeeded' }).queryKey
  client.setQueryData(uncertain, { items: [operationWith({ state: 'uncertain' })], total: 1 })
  client.setQueryData(succeeded, { items: [], total: 0 })

  applyEvents(places, [
    { type: 'operation.changed', at, operation: operationWith({ state: 'succeeded' }) },
  ])

  expect(client.getQueryData(uncertain)).toEqual({ items: [], total: 0 })
  expect(client.getQueryData(succeeded)?.total).toBe(1)
})
