import { expect, test } from 'vitest'
import { ask, command, simulator, steer } from './test/harness.ts'

const message = 'applier nobody does not exist'
const json = 'application/json;charset=UTF-8'

test.each([
  ['false-200', 200, json, `{"isSuccess":false,"errMsg":"${message}"}`],
  ['false-400', 400, json, `{"isSuccess":false,"errMsg":"${message}"}`],
  ['false-500', 500, json, `{"isSuccess":false,"errMsg":"${message}"}`],
  ['html-400', 400, 'text/html;charset=utf-8', expect.stringContaining(message)],
  ['html-500', 500, 'text/html;charset=utf-8', expect.stringContaining(message)],
  ['empty-500', 500, 'text/plain;charset=utf-8', ''],
  ['text-400', 400, 'text/plain;charset=utf-8', `${message}\n`],
  ['v2', 200, json, expect.stringContaining(`"errMsg":"${message}"`)],
])('as the variant %s, every refusal is said so', async (refusal, status, type, body) => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/variants'], { refusal })

  const replies = [
    await command(app, 'stop', 'nobody'),
    await ask(app, ['GET', '/JDBCWriter/detail?writerName=nobody']),
  ]

  for (const reply of replies) {
    expect([reply.statusCode, reply.headers['content-type'], reply.body]).toEqual([
      status,
      type,
      body,
    ])
  }
})

test('the v2 envelope carries the code, the words and OMS’s error object', async () => {
  const app = simulator()
  const name = 'h1-9000:x:0000000001'
  await steer(app, ['POST', '/_sim/variants'], { refusal: 'v2' })
  await steer(app, ['POST', '/_sim/writers'], { name })
  await steer(app, ['PATCH', '/_sim/hosts'], { name: 'h1', up: false })

  const reply = (await command(app, 'stop', name)).json()

  const words = 'Supervisor does not report any result after CM Retry 60 seconds.'
  expect(reply).toMatchObject({
    errCode: 'CM-RESOAT000011',
    errMsg: words,
    errorDetail: { code: 'CM-RESOAT000011', level: 'ERROR', message: words, proposal: null },
    isSuccess: false,
    result: null,
    retryable: true,
  })
})

test('an injected refusal is said as the others are', async () => {
  const app = simulator()
  await steer(app, ['POST', '/_sim/variants'], { refusal: 'text-400' })
  await steer(app, ['POST', '/_sim/faults'], {
    endpoint: 'POST /applier/stop',
    fault: 'reject',
    words: 'no',
  })

  expect(await command(app, 'stop', 'x')).toMatchObject({ statusCode: 400, body: 'no\n' })
})
