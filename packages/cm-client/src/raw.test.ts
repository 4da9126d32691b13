import { expect, test } from 'vitest'

import { documentedReads, redactBody } from './raw.ts'
import { replyWithSecrets, secrets, vendorReply } from './test/vendor-reply.ts'
import { vendorLines } from './test/vendor-lines.ts'

test('the documented reads are those of the vendor’s page, and no write is among them', () => {
  const reads = vendorLines.flatMap(({ call: { effect, path, query = {} } }) =>
    effect === 'read' ? [{ path, parameter: Object.keys(query).join() }] : [],
  )

  expect(documentedReads).toEqual(reads)
})

test('a body without secrets is shown as CM wrote it', () => {
  const body = vendorReply.replaceAll(/\\n\w+_password=\*{3}/g, '')

  expect(redactBody(body)).toBe(body)
})

test('JSON stays JSON and text stays text, both without secrets', () => {
  const json = redactBody(JSON.stringify(replyWithSecrets()))
  const text = redactBody('<h1>500</h1> password=hunter2\n')

  expect(JSON.parse(json)).toMatchObject({ replicator: { port: 16030 }, isSuccess: true })
  expect(secrets.filter((secret) => json.includes(secret))).toEqual([])
  expect(text).toBe('<h1>500</h1> password=••••••\n')
})

test('a body without end is cut after its secrets are gone', () => {
  const body = `${'x'.repeat(1024 * 1024 - 12)} password=hunter2 ${'y'.repeat(1024 * 1024)}`

  const shown = redactBody(body)

  expect(shown.length).toBe(1024 * 1024)
  expect(shown.endsWith('…')).toBe(true)
  expect(shown).not.toContain('hunter')
})
