import { expect, test } from 'vitest'
import { hostFault } from './host.ts'

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
