import { expect, test } from 'vitest'
import { configFault } from './config-rules.ts'
import { jvmFault } from './jvm.ts'
import { badJvmFlags, goodJvmFlags } from './test/bad-jvm-flags.ts'

const keys = [
  ['connector', 'coordinator.connector_jvm_param'],
  ['connector', 'coordinator.connectorJvmParam'],
  ['checker', 'limitator.java.opt'],
  ['writer', 'JDBCWriter.coordinatorFile.jvmParam'],
] as const

test('of more than 300 bad lists of flags none passes, under any key that holds flags', () => {
  expect(badJvmFlags.length).toBeGreaterThan(300)
  expect(badJvmFlags.filter((flags) => jvmFault(flags) === undefined)).toEqual([])
  for (const [kind, name] of keys) {
    const passed = badJvmFlags.filter((flags) => configFault(kind, name, flags) === undefined)
    expect([name, passed]).toEqual([name, []])
  }
})

test.each(goodJvmFlags)('%s passes', (flags) => {
  for (const [kind, name] of keys) expect(configFault(kind, name, flags)).toBeUndefined()
})

test('a flag that runs something passes under no key at all', () => {
  const running = badJvmFlags.filter((flags) =>
    /^-(?:javaagent|agent|XX:On|D|cp |-class-path|XX:Flags)/.test(flags),
  )

  const passed = running.filter(
    (flags) => configFault('writer', 'JDBCWriter.tenant_mapping', flags) === undefined,
  )

  expect(running.length).toBeGreaterThan(100)
  expect(passed).toEqual([])
})
