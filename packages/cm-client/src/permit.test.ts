import { expect, test } from 'vitest'
import { createCmClient } from './client.ts'
import { permitWrite } from './permit.ts'
import { answers, serve } from './test/bare-server.ts'
import { writerCalls } from './writers.ts'

test('a permit is good for one call, once', async () => {
  const server = await serve({ onRequest: answers('200 OK', '{"isSuccess":true}') })
  const { write } = createCmClient({ url: server.url })
  const permit = permitWrite(writerCalls.stop('w'))

  await write(permit)

  await expect(write(permit)).rejects.toThrow(TypeError)
  expect(server.requests).toHaveLength(1)
})

test('what looks like a permit is none, and nothing is sent', async () => {
  const server = await serve({ onRequest: answers('200 OK', '{"isSuccess":true}') })
  const { write } = createCmClient({ url: server.url })

  await expect(write({ ...permitWrite(writerCalls.stop('w')) })).rejects.toThrow(TypeError)
  expect(server.requests).toEqual([])
})
