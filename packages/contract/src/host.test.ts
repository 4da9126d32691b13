import { expect, test } from 'vitest'
import { hostFault, isAlive } from './host.ts'

test.each([
  ['10.0.0.5', undefined],
  ['cm-host_1.example', undefined],
  ['', 'empty'],
  ['10.0.0.5 ', 'not-a-host'],
  ['http://10.0.0.5', 'not-a-host'],
  ['10.0.0.5;reboot', 'not-a-host'],
  ['-o', 'not-a-host'],
  ['10.0.0.1', 'same-host'],
])('%j as a target is %s', (host, fault) => {
  expect(hostFault(host, '10.0.0.1')).toBe(fault)
})

const now = Date.parse('2026-01-01T12:00:00Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()

test.each([
  [true, ago(59), true],
  [true, ago(60), false],
  [true, null, false],
  [false, ago(1), false],
  [null, ago(1), false],
])('active %s and sampled at %s: seen at work is %s', (active, sampledAt, expected) => {
  expect(isAlive({ active, sampledAt }, now)).toBe(expected)
})
