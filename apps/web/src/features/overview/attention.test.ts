import { expect, test } from 'vitest'
import { clusterWith } from '../../test/cluster.ts'
import { componentWith } from '../../test/component.ts'
import { hostWith } from '../../test/host.ts'
import { attentionOf, isCalm } from './attention.ts'

const nothing = { components: [], clusters: [], hosts: [] }
const idsOf = ({ groups }: ReturnType<typeof attentionOf>) =>
  groups.map(({ verdict, components }) => [verdict, components.map(({ id }) => id)])

test('what wants somebody is grouped by its verdict, the worst first, and of these the most behind', () => {
  const components = [
    componentWith({ id: 'a', verdict: 'falling-behind', lagSeconds: 400 }),
    componentWith({ id: 'b', verdict: 'needs-you' }),
    componentWith({ id: 'c', verdict: 'falling-behind', lagSeconds: 4000 }),
    componentWith({ id: 'd', verdict: 'stalled' }),
  ]

  const attention = attentionOf({ ...nothing, components })

  expect(idsOf(attention)).toEqual([
    ['needs-you', ['b']],
    ['stalled', ['d']],
    ['falling-behind', ['c', 'a']],
  ])
  expect(attention.total).toBe(4)
})

test('of those that wait for a person, what does not run comes first', () => {
  const components = [
    componentWith({ id: 'a', verdict: 'needs-you', lagSeconds: 4000 }),
    componentWith({ id: 'b', verdict: 'needs-you', lagSeconds: 40, active: false }),
  ]

  expect(idsOf(attentionOf({ ...nothing, components }))).toEqual([['needs-you', ['b', 'a']]])
})

test('what runs, is stopped, is worked on or catches up wants nobody', () => {
  const components = (['running', 'stopped', 'operating', 'catching-up', 'unknown'] as const).map(
    (verdict) => componentWith({ id: verdict, verdict }),
  )

  expect(isCalm(attentionOf({ ...nothing, components }))).toBe(true)
})

test('a CM that does not answer is one line, however many components it has', () => {
  const clusters = [clusterWith({ id: 'x', reachability: 'unreachable' }), clusterWith({ id: 'y' })]
  const components = [
    componentWith({ id: 'a', cluster: 'x', verdict: 'unreachable' }),
    componentWith({ id: 'b', cluster: 'x', verdict: 'unreachable' }),
    componentWith({ id: 'c', cluster: 'y', verdict: 'unreachable' }),
    componentWith({ id: 'd', cluster: 'x', verdict: 'needs-you' }),
  ]

  const attention = attentionOf({ ...nothing, components, clusters })

  expect(attention.clusters.map(({ id }) => id)).toEqual(['x'])
  expect(idsOf(attention)).toEqual([
    ['needs-you', ['d']],
    ['unreachable', ['c']],
  ])
  expect(attention.total).toBe(4)
})

test('a CM that does not answer is told of even where nothing of it is tracked', () => {
  const clusters = [clusterWith({ reachability: 'unreachable', components: 0 })]

  expect(isCalm(attentionOf({ ...nothing, clusters }))).toBe(false)
})

test('a silent host is one line, and what still needs a person on it is told by itself', () => {
  const hosts = [hostWith({ host: '10.0.0.9', state: 'silent' }), hostWith({ host: '10.0.0.8' })]
  const components = [
    componentWith({ id: 'a', host: '10.0.0.9', verdict: 'abnormal' }),
    componentWith({ id: 'b', host: '10.0.0.9', verdict: 'stalled' }),
    componentWith({ id: 'c', host: '10.0.0.9', verdict: 'needs-you' }),
    componentWith({ id: 'd', host: '10.0.0.8', verdict: 'stalled' }),
    componentWith({ id: 'e', host: '10.0.0.9', cluster: 'other', verdict: 'stalled' }),
  ]

  const attention = attentionOf({ ...nothing, components, hosts })

  expect(attention.hosts.map(({ host }) => host)).toEqual(['10.0.0.9'])
  expect(idsOf(attention)).toEqual([
    ['needs-you', ['c']],
    ['stalled', ['d', 'e']],
  ])
})

test('the hosts of a CM that does not answer are not said to be silent: nobody knows', () => {
  const attention = attentionOf({
    ...nothing,
    clusters: [clusterWith({ reachability: 'unreachable' })],
    hosts: [hostWith({ state: 'silent' })],
  })

  expect(attention.hosts).toEqual([])
})
