import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'

const main = new URL('main.ts', import.meta.url)

test('it says once where it listens, to its parent as well, and serves there', async () => {
  const simulator = started({ PORT: '0', SCENARIO: 'hundred', SEED: '7' })
  const [{ listening }] = await once(simulator, 'message')

  const world = await (await fetch(`${listening}/_sim/world`)).json()
  const ended = once(simulator, 'exit')
  simulator.kill('SIGTERM')

  expect(world).toMatchObject({ scenario: 'hundred', seed: 7 })
  expect(listening).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await outputOf(simulator)).toBe(`simulator listening on ${listening}\n`)
  expect(await ended).toEqual([0, null])
})

test('it ends with its parent', async () => {
  const simulator = started({ PORT: '0' })
  await once(simulator, 'message')
  const ended = once(simulator, 'exit')

  simulator.disconnect()

  expect(await ended).toEqual([0, null])
})

test('a taken port is one clear sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' ? `${address?.port}` : ''

  const simulator = started({ PORT: port })
  const [code] = await once(simulator, 'exit')

  expect(code).toBe(1)
  expect(await errorsOf(simulator)).toBe(
    `Port ${port} of 127.0.0.1 is taken by another process; set PORT to another one, or to 0 for a free one.\n`,
  )
})

test.each([
  [{ PORT: 'eighty' }, 'PORT must be a number from 0 to 65535, not "eighty".\n'],
  [{ SEED: '-1' }, 'SEED must be a whole number from 0 on, not "-1".\n'],
  [
    { SCENARIO: 'paradise' },
    'SCENARIO must be one of demo, demo-hangzhou, demo-shanghai, hundred, five-thousand, sample, empty, not "paradise".\n',
  ],
])('%j is refused in a sentence', async (env, sentence) => {
  const simulator = started(env)
  const [code] = await once(simulator, 'exit')

  expect(code).toBe(1)
  expect(await errorsOf(simulator)).toBe(sentence)
})

const outputs = new WeakMap<ChildProcess, { out: Promise<string>; errors: Promise<string> }>()

function started(env: Record<string, string>): ChildProcess {
  const simulator = fork(main, { env: { PATH: process.env['PATH'], ...env }, silent: true })
  const { stdout, stderr } = simulator
  if (stdout === null || stderr === null) throw new Error('fork gave no pipes')
  outputs.set(simulator, { out: text(stdout), errors: text(stderr) })
  onTestFinished(() => void simulator.kill('SIGKILL'))
  return simulator
}

const outputOf = async (simulator: ChildProcess) => await outputs.get(simulator)?.out

const errorsOf = async (simulator: ChildProcess) => await outputs.get(simulator)?.errors
