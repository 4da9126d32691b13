import { expect, test } from 'vitest'
import { ago } from '../../test/component.ts'
import { hostWith } from '../../test/host.ts'
import { parseHostsSearch, shownHosts } from './host-view.ts'

const namesOf = (hosts: readonly { host: string }[]) => hosts.map(({ host }) => host)

test('hosts are looked for by a part of the address, in any case of letters, and by cluster', () => {
  const hosts = [
    hostWith({ host: 'OMS-node1', cluster: 'x' }),
    hostWith({ host: 'oms-node2', cluster: 'y' }),
    hostWith({ host: '10.0.0.9', cluster: 'x' }),
  ]

  expect(namesOf(shownHosts(hosts, { q: ' oms ' }))).toEqual(['OMS-node1', 'oms-node2'])
  expect(namesOf(shownHosts(hosts, { q: 'oms', cluster: 'y' }))).toEqual(['oms-node2'])
})

test('unless told otherwise they stay in the order of the answer, the worst first', () => {
  const hosts = [hostWith({ host: 'b' }), hostWith({ host: 'a' })]

  expect(namesOf(shownHosts(hosts, {}))).toEqual(['b', 'a'])
})

test('addresses are sorted by their numbers', () => {
  const hosts = [hostWith({ host: '10.0.0.10' }), hostWith({ host: '10.0.0.9' })]

  expect(namesOf(shownHosts(hosts, { sort: 'host' }))).toEqual(['10.0.0.9', '10.0.0.10'])
})

test('what is not known of a host puts it last', () => {
  const hosts = [
    hostWith({ host: 'unread', heapMegabytes: null, lastSeenAt: null }),
    hostWith({ host: 'small', heapMegabytes: 512, lastSeenAt: ago(5) }),
    hostWith({ host: 'large', heapMegabytes: 9000, lastSeenAt: ago(500) }),
  ]

  expect(namesOf(shownHosts(hosts, { sort: 'heap' }))).toEqual(['large', 'small', 'unread'])
  expect(namesOf(shownHosts(hosts, { sort: 'seen' }))).toEqual(['large', 'small', 'unread'])
})

test('an URL that asks for an order that does not exist still shows the hosts', () => {
  expect(parseHostsSearch({ sort: 'colour', q: '' })).toEqual({})
  expect(parseHostsSearch({ sort: 'heap', cluster: 'x' })).toEqual({ sort: 'heap', cluster: 'x' })
})
