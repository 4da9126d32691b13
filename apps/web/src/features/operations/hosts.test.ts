import { hostFault } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { componentWith } from '../../test/component.ts'

import { hostsOf } from './hosts.ts'

test('each host of the cluster is told with its worst verdict, the best ones first', () => {
  const hosts = hostsOf(
    [
      componentWith({ host: '10.0.0.11', verdict: 'stalled' }),
      componentWith({ host: '10.0.0.11', verdict: 'stalled' }),
      componentWith({ host: '10.0.0.11', verdict: 'running' }),
      componentWith({ host: '10.0.0.12', verdict: 'running' }),
      componentWith({ host: '10.0.0.13', cluster: 'other' }),
      componentWith({ host: null }),
    ],
    'default',
  )

  expect(hosts).toEqual([
    { host: '10.0.0.12', components: 1, worst: 'running', worstCount: 1 },
    { host: '10.0.0.11', components: 3, worst: 'stalled', worstCount: 2 },
  ])
})

test.each([
  ['10.0.0.5', undefined],
  ['oms-host_2.example', undefined],
  ['', 'empty'],
  ['10.0.0.5 ', 'not-a-host'],
  ['http://10.0.0.5', 'not-a-host'],
  ['-host', 'not-a-host'],
  ['x'.repeat(254), 'not-a-host'],
  ['10.0.0.11', 'same-host'],
])('%j as a target: %s', (host, fault) => {
  expect(hostFault(host, '10.0.0.11')).toBe(fault)
})
