import { inspect } from 'node:util'
import { expect, test } from 'vitest'

import { createCmClient } from './client.ts'
import { redactText } from './redact.ts'
import { answers, serve } from './test/bare-server.ts'
import { replyWithSecrets, secrets, vendorName } from './test/vendor-reply.ts'
import { configIn } from './wire.ts'
import { writerCalls } from './writers.ts'
import { permitWrite } from './permit.ts'

const leaks = (text: string) =>
  secrets.filter(
    (secret) => text.includes(secret) || text.includes(JSON.stringify(secret).slice(1, -1)),
  )

/** Everything that could be made of a value: its JSON, and what a log prints of it. */
const everything = (value: unknown) =>
  `${JSON.stringify(value)}\n${inspect(value, { depth: 20, showHidden: true, maxStringLength: null })}`

const replies: [string, string, string][] = [
  ['a detail', '200 OK', JSON.stringify(replyWithSecrets())],
  ['a pretty detail', '200 OK', JSON.stringify(replyWithSecrets(), null, 2)],
  ['a rejection', '200 OK', JSON.stringify({ ...replyWithSecrets(), isSuccess: false })],
  ['a rejection with 500', '500 E', JSON.stringify({ ...replyWithSecrets(), isSuccess: false })],
  ['no verdict', '200 OK', JSON.stringify({ ...replyWithSecrets(), isSuccess: 'true' })],
  ['another shape', '200 OK', JSON.stringify([replyWithSecrets()])],
  ['JSON in JSON', '500 E', JSON.stringify({ result: JSON.stringify(replyWithSecrets()) })],
  ['broken JSON', '200 OK', `${JSON.stringify(replyWithSecrets())}}`],
  ['broken pretty JSON', '500 E', `${JSON.stringify(replyWithSecrets(), null, 2)}}`],
  ['an INI text', '500 E', String(Reflect.get(Object(replyWithSecrets()['replicator']), 'cfg'))],
  [
    'HTML',
    '502 Bad Gateway',
    `<pre>sync_password=${secrets[0]}\n</pre><token>${secrets[5]}</token>`,
  ],
]

test.for(replies)('no secret comes out of %s', async ([, status, body]) => {
  const server = await serve({ onRequest: answers(status, body) })
  const { writers, write } = createCmClient({ url: server.url })

  const results = await Promise.allSettled([
    writers.detail(vendorName),
    write(permitWrite(writerCalls.stop('x'))),
  ])

  expect(leaks(body).length).toBeGreaterThan(0)
  expect(leaks(everything(results))).toEqual([])
})

test('a detail still shows what is no secret, in its entries and its raw text', async () => {
  const server = await serve({ onRequest: answers('200 OK', JSON.stringify(replyWithSecrets())) })

  const detail = await createCmClient({ url: server.url }).writers.detail(vendorName)

  const values = new Map(configIn(detail.raw).map(({ key, value }) => [key, value]))
  expect(values.get('config_url')).toMatch(
    /^jdbc:mysql:\/\/••••••@10\.10\.10\.2:2883\?useUnicode=true&password=••••••&allowMultiQueries=true/,
  )
  expect(values.get('blackCondition')).toContain('"func":"fn","auth":"••••••"')
  expect(detail.raw).toContain(String.raw`binlog_username=drc\nbinlog_password=••••••\ntopic=`)
  expect(JSON.parse(detail.raw)).toMatchObject({ replicator: { port: 16030 }, isSuccess: true })
})

test.for([
  ['', ''],
  ['no secret here', 'no secret here'],
  ['Access denied (password=hunter2) for root', 'Access denied (password=•••••• for root'],
  ['jdbc:mysql://root:pw@10.0.0.1/x', 'jdbc:mysql://••••••@10.0.0.1/x'],
  ['http://h:80/x?mail=a@b', 'http://h:80/x?mail=••••••'],
  ['http://h:80/x?useSSL=true&a=b#c', 'http://h:80/x?useSSL=true&a=••••••'],
  ['http://h:80/x#b', 'http://h:80/x#••••••'],
  ['http://h/x?token=t&page=2', 'http://h/x?token=••••••&page=••••••'],
  ['Authorization: Bearer abc', 'Authorization: ••••••'],
  ['{"password":"a","password":null}', '{"password":null}'],
  ['{"a":{"password":""},"b":[1]}', '{"a":{"password":"••••••"},"b":["••••••"]}'],
  ['{"a":{"port":5,"b":true,"c":null}}', '{"a":{"port":5,"b":true,"c":null}}'],
  ['{ "port" : 1 }', '{ "port" : 1 }'],
  ['{"password=x":1}', '{"••••••":"••••••"}'],
  ['jdbc:oracle:thin:scott/tiger@db:1521', 'jdbc:oracle:thin:••••••@db:1521'],
  ['p_3b7pwdl2sxb4_source-000-0:0000000069', 'p_3b7pwdl2sxb4_source-000-0:0000000069'],
])('%j becomes %j', ([text = '', redacted = '']) => {
  expect(redactText(text)).toBe(redacted)
})

test('redacting twice changes nothing more', () => {
  for (const [, , body] of replies) expect(redactText(redactText(body))).toBe(redactText(body))
})

test('a __proto__ key stays a key and pollutes nothing', () => {
  expect(redactText('{"__proto__":{"x":1},"token":1}')).toBe(
    '{"__proto__":{"x":"••••••"},"token":"••••••"}',
  )
  expect(Reflect.get({}, 'x')).toBeUndefined()
})

test('deep JSON is cut, not followed', () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`

  expect(redactText(deep)).toContain('"…"')
})

test.for([
  '\n',
  'a\n',
  'a=\n',
  '=\n',
  'ak\n',
  'sk=\n',
  '://\n',
  'password=\n',
  '{"a":1}\n',
  '\\u\n',
])('a reply of a million %j does not stall', (line) => {
  const text = line.repeat(2 ** 20 / line.length)
  const startedAt = performance.now()

  redactText(text)
  redactText(JSON.stringify({ replicator: { cfg: text } }))

  expect(performance.now() - startedAt).toBeLessThan(3_000)
})

test('a URL in JSON in a text is masked, however its slashes are written', () => {
  expect(redactText(JSON.stringify({ a: String.raw`{"u":"http:\/\/u:p@h"}` }))).not.toContain('u:p')
})
