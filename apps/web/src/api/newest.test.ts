import { expect, test } from 'vitest'
import { ago } from '../test/component.ts'
import { operationWith } from '../test/operation.ts'
import { stepWith } from '../test/step.ts'
import { applyEvents, replaceOperation } from './apply-events.ts'
import { createEstateStore } from './estate-store.ts'
import { laterOf } from './newest.ts'
import { createQueryClient, operationQuery, operationsQuery } from './queries.ts'

const at = ago(0)
const queued = operationWith({
  state: 'queued',
  steps: [stepWith({ state: 'pending', attempt: 0, reply: null })],
})
const done = operationWith({ state: 'succeeded', steps: [stepWith()] })

test('a reply that arrives after what the stream told later does not take the operation back', () => {
  const client = createQueryClient()
  const all = operationsQuery().queryKey
  client.setQueryData(all, { items: [], total: 0 })
  applyEvents({ client, estate: createEstateStore() }, [
    { type: 'operation.changed', at, operation: done },
  ])

  replaceOperation(client, queued)

  expect(client.getQueryData(operationQuery('o1').queryKey)?.state).toBe('succeeded')
  expect(client.getQueryData(all)?.items.map(({ state }) => state)).toEqual(['succeeded'])
})

test('a list alone is enough to know that a reply is late', () => {
  const client = createQueryClient()
  const all = operationsQuery().queryKey
  client.setQueryData(all, { items: [done], total: 1 })

  replaceOperation(client, queued)

  expect(client.getQueryData(all)?.items.map(({ state }) => state)).toEqual(['succeeded'])
  expect(client.getQueryData(operationQuery('o1').queryKey)?.state).toBe('succeeded')
})

test('of two moments of an operation the one whose steps have gone further is the later', () => {
  const tried = stepWith({ state: 'uncertain' })
  const { state, reply, startedAt, finishedAt } = tried
  const again = stepWith({
    state: 'pending',
    earlier: [{ state, reply, startedAt, finishedAt }],
  })
  const later = [
    queued,
    operationWith({ steps: [stepWith({ state: 'running' })] }),
    operationWith({ state: 'uncertain', steps: [tried] }),
    operationWith({ state: 'queued', steps: [again] }),
    operationWith({ steps: [{ ...again, state: 'running', attempt: 2 }] }),
    operationWith({ state: 'failed', steps: [{ ...again, state: 'refused', attempt: 2 }] }),
    operationWith({ state: 'abandoned', steps: [{ ...again, state: 'refused', attempt: 2 }] }),
  ]

  for (const [index, one] of later.entries())
    for (const earlier of later.slice(0, index)) {
      expect(laterOf(one, earlier)).toBe(one)
      expect(laterOf(earlier, one)).toBe(one)
    }
})

test('an effect that was seen stays seen', () => {
  const seen = { ...done, verification: 'verified' } as const

  expect(laterOf(seen, done)).toBe(seen)
  expect(laterOf(done, seen)).toBe(seen)
  expect(laterOf(done, { ...done, reason: 'same' }).reason).toBe('same')
})
