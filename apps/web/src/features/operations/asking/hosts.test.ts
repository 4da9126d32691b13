import type { Component } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { ago, atMs, componentWith } from '../../../test/component.ts'
import { hostsOf } from './hosts.ts'

const on = (host: string, facts: Partial<Component> = {}) => componentWith({ host, ...facts })
const dead = { verdict: 'abnormal', active: false } as const
const old = { verdict: 'stalled', sampledAt: ago(3600) } as const

test('hosts are told in the order of how much of them is alive, and one without any life as down', () => {
  const hosts = hostsOf(
    [
      on('10.0.0.11', dead),
      on('10.0.0.11', old),
      on('10.0.0.12'),
      on('10.0.0.12', old),
      on('10.0.0.13'),
      on('10.0.0.14', { kind: 'connector', verdict: 'not-observable', active: null }),
      on('10.0.0.15', { cluster: 'other' }),
      componentWith({ host: null }),
    ],
    'default',
    atMs,
  )

  expect(hosts).toEqual([
    { host: '10.0.0.13', components: 1, live: 1, dead: 0, state: 'well' },
    { host: '10.0.0.12', components: 2, live: 1, dead: 1, state: 'partly' },
    { host: '10.0.0.14', components: 1, live: 0, dead: 0, state: 'unseen' },
    { host: '10.0.0.11', components: 2, live: 0, dead: 2, state: 'down' },
  ])
})

test('what is stopped, changed just now or waits for a person tells nothing of its host', () => {
  const silent = ['stopped', 'operating', 'needs-you', 'unreachable'] as const
  const hosts = hostsOf(
    silent.map((verdict) => on('10.0.0.11', { verdict, active: false })),
    'default',
    atMs,
  )

  expect(hosts).toEqual([{ host: '10.0.0.11', components: 4, live: 0, dead: 0, state: 'unseen' }])
})
