import { expect, test } from 'vitest'
import { ask, simulator, steer, worldOf } from './test/harness.ts'

const taskId = '90230'
const named = { 'task.id': taskId, 'task.type': 'migrate' }

test.each([
  ['true', true],
  ['false', false],
  [undefined, false],
])('a start with task.resume=%s resumes %s', async (word, resume) => {
  const app = await simulatorWith({ running: false })

  const reply = await ask(app, ['POST', '/checker/start'], {
    ...named,
    ...(word !== undefined && { 'task.resume': word }),
  })

  expect(reply.body).toBe('{"isSuccess":true}')
  expect(await checkerOf(app)).toMatchObject({ running: true, resume })
})

test('a stop ends it and keeps how it was started', async () => {
  const app = await simulatorWith({})

  expect((await ask(app, ['POST', '/checker/stop'], named)).body).toBe('{"isSuccess":true}')

  expect(await checkerOf(app)).toMatchObject({ running: false, resume: null })
})

test.each([true, false])('an update of bare keys is done while running is %s', async (running) => {
  const app = await simulatorWith({ running })
  const before = await checkerOf(app)

  const reply = await ask(app, ['POST', '/checker/update'], {
    'task.id': taskId,
    'limitator.table.diff.max': '100000',
    'new.key': '',
  })

  expect(reply.json()).toEqual({ isSuccess: true })
  expect(await checkerOf(app)).toEqual({
    ...before,
    config: { ...before?.config, 'limitator.table.diff.max': '100000', 'new.key': '' },
  })
})

test('CM takes the same as GET, with a query', async () => {
  const app = await simulatorWith({})
  const query = `task.id=${taskId}&task.type=migrate`

  await ask(app, ['GET', `/checker/stop?${query}`])
  await ask(app, ['GET', `/checker/update?task.id=${taskId}&a=1`])
  const stopped = await checkerOf(app)
  await ask(app, ['GET', `/checker/start?${query}&task.resume=true`])

  expect(stopped).toMatchObject({ running: false, config: { a: '1' } })
  expect(await checkerOf(app)).toMatchObject({ running: true, resume: true })
})

test.each([
  ['start', {}, 'task.id is required'],
  ['start', { 'task.id': 'seven' }, 'task.id must be an integer'],
  ['start', { 'task.id': '1' }, 'checker 1 does not exist'],
  ['start', { 'task.id': taskId }, 'task.type is required'],
  ['start', { ...named, 'task.type': 'repair' }, 'task.type must be migrate or verify'],
  ['start', { ...named, 'task.type': 'verify' }, `checker ${taskId} of type verify does not exist`],
  ['start', { ...named, 'task.resume': 'yes' }, 'task.resume must be true or false'],
  ['stop', { 'task.id': taskId }, 'task.type is required'],
  ['stop', { 'task.id': '1', 'task.type': 'migrate' }, 'checker 1 does not exist'],
  ['update', { 'task.id': taskId }, 'a key to update is required'],
  ['update', { a: '1' }, 'task.id is required'],
] as const)('%s with %j is refused: %s', async (verb, form, errMsg) => {
  const app = await simulatorWith({})
  const before = await worldOf(app)

  const reply = await ask(app, ['POST', `/checker/${verb}`], form)

  expect(reply.json()).toEqual({ isSuccess: false, errMsg })
  expect(await worldOf(app)).toEqual(before)
})

test('a repeated start or stop is accepted without effect or, as a variant, refused', async () => {
  const app = await simulatorWith({})

  const accepted = await ask(app, ['POST', '/checker/start'], { ...named, 'task.resume': 'true' })
  await steer(app, ['POST', '/_sim/variants'], { repeatedCommand: 'refused' })
  const refused = [await ask(app, ['POST', '/checker/start'], named)]
  await ask(app, ['POST', '/checker/stop'], named)
  refused.push(await ask(app, ['POST', '/checker/stop'], named))

  expect(accepted.json()).toEqual({ isSuccess: true })
  expect(refused.map((reply) => reply.json().errMsg)).toEqual([
    `checker ${taskId} is already running`,
    `checker ${taskId} is already stopped`,
  ])
  expect(await checkerOf(app)).toMatchObject({ resume: null })
})

test('a test may own a checker: make it, change it, and take it away', async () => {
  const app = await simulatorWith({ type: 'verify', running: false, config: { a: '1' } })

  const changed = await steer(app, ['PATCH', '/_sim/checkers'], {
    taskId,
    running: true,
    config: { b: '2' },
  })
  await steer(app, ['DELETE', '/_sim/checkers'], { taskId })

  expect(changed).toMatchObject({ type: 'verify', running: true, config: { a: '1', b: '2' } })
  expect(changed.config['datasource.master.password']).toMatch(/^FAKE-SECRET-/)
  expect((await worldOf(app)).checkers).toEqual([])
})

async function simulatorWith(state: object) {
  const app = simulator()
  await steer(app, ['POST', '/_sim/checkers'], { taskId, ...state })
  return app
}

const checkerOf = async (app: ReturnType<typeof simulator>) => (await worldOf(app)).checkers[0]
