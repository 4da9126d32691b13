import { inspect } from 'node:util'
import { expect, test } from 'vitest'

import { createCmClient } from './client.ts'
import { connectorCalls } from './connectors.ts'
import { CmError } from './error.ts'
import { answers, serve } from './test/bare-server.ts'
import { permitWrite } from './permit.ts'

const secret = 'S3cr&t="pa ss+%~/x'
const call = connectorCalls.update('c', { 'dest.sasl.password': secret })

/** What is told of an update with a secret that CM answers so. */
async function toldOf(status: string, body: string): Promise<{ text: string; body: string }> {
  const server = await serve({ onRequest: answers(status, body) })
  const client = createCmClient({ url: server.url })
  const told: unknown = await client
    .write(permitWrite(call), { secrets: [secret] })
    .catch((error: unknown) => error)
  const reply = told instanceof CmError ? told.reply?.body : Object(told).body
  return { text: `${JSON.stringify(told)}\n${inspect(told, { depth: 9 })}`, body: String(reply) }
}

const query = encodeURIComponent(secret)
const forms: readonly (readonly [string, string])[] = [
  ['as it is', secret],
  ['in a query', query],
  ['in a query twice', encodeURIComponent(query)],
  ['in base64', Buffer.from(secret).toString('base64')],
  ['in base64 for a URL', Buffer.from(`u:${secret}`).toString('base64url')],
  ['in hex', Buffer.from(secret).toString('hex')],
  ['in HTML', Array.from(secret, (it) => `&#${it.charCodeAt(0)};`).join('')],
  ['in codes', Array.from(secret, (it) => `\\u00${it.charCodeAt(0).toString(16)}`).join('')],
]
const leaks = (text: string) =>
  forms.filter(([, form]) => text.includes(form.slice(2, -5))).map(([how]) => how)

const envelopes: readonly (readonly [string, string, (words: string) => string])[] = [
  ['a success', '200 OK', (message) => JSON.stringify({ isSuccess: true, message })],
  ['a rejection', '200 OK', (message) => JSON.stringify({ isSuccess: false, message })],
  ['a page', '502 E', (words) => `<p>${words}</p>`],
  ['a text', '200 OK', (words) => words],
  ['JSON without a verdict', '200 OK', (words) => JSON.stringify({ words: { words } })],
]

test.for(envelopes)('a secret that was sent is not told of %s', async ([, status, bodyOf]) => {
  for (const [how, form] of forms) {
    const { text, body } = await toldOf(status, bodyOf(`cannot take ${form} as a password`))
    expect([how, leaks(text)]).toEqual([how, []])
    expect([how, body]).toEqual([how, expect.stringContaining('••••••')])
  }
})

test.for(envelopes)('nor of %s that is cut in the middle of it', async ([, status, bodyOf]) => {
  for (const [how, form] of forms)
    for (const before of [4_096, 16_384]) {
      const words = 'x '.repeat(before).slice(0, before - 60 - Math.ceil(form.length / 2))
      const { text } = await toldOf(status, bodyOf(`${words}${form}${'y'.repeat(20_000)}`))
      expect([how, leaks(text)]).toEqual([how, []])
    }
})

test('what has nothing of it in it is told as it is', async () => {
  const body = '{"isSuccess":true,"message":"restart it","port":[1]}'

  expect((await toldOf('200 OK', body)).body).toBe(body)
})
