import { expect, test } from 'vitest'
import { passwordFault } from './password-fault.ts'

test.for([
  ['nine grey geese at dawn', undefined],
  ['correct horse battery', undefined],
  ['九只灰雁在黎明时分飞过了湖', undefined],
  ['x8Kp2mQz7LwB', undefined],
  ['elevenchars', 'too-short'],
  ['九只灰雁在黎明', 'too-short'],
  ['ü'.repeat(129), 'too-long'],
  ['alice-alice-alice', 'like-the-name'],
  ['Alice2026!!!', 'like-the-name'],
  ['ecila-123456', 'like-the-name'],
  ['alice in the wonderful land', undefined],
  ['passwordpassword', 'well-known'],
  ['Password123456', 'well-known'],
  ['P@ssw0rd2026!', 'well-known'],
  ['!!!qwertyuiop!!!', 'well-known'],
  ['administrator1', 'well-known'],
  ['aaaaaaaaaaaa', 'well-known'],
  ['abababababab', 'well-known'],
  ['123456789012', 'well-known'],
  ['abcdefghijkl', 'well-known'],
  ['oceanbase2026', 'well-known'],
  ['1q2w3e4r1q2w3e4r', 'well-known'],
] as const)('%j as a password of alice: %s', ([password, fault]) => {
  expect(passwordFault(password, 'alice')).toBe(fault)
})
