import { expect, test } from 'vitest'

import { createCmClient, type CmClient } from './client.ts'
import { CmError } from './error.ts'
import { serve } from './test/bare-server.ts'
import { detailFailures, failures, outcomeOf } from './test/failures.ts'
import { writerCalls } from './writers.ts'

const name = '10.0.0.1-9000:p_x_source-000-0:0000000069'

const endpoints = {
  detail: (client: CmClient) => client.writers.detail(name),
  start: (client: CmClient) => client.write(writerCalls.start(name)),
  stop: (client: CmClient) => client.write(writerCalls.stop(name)),
}

const pairs = Object.entries(endpoints).flatMap(([endpoint, ask]) =>
  [...failures, ...(endpoint === 'detail' ? detailFailures : [])].map(
    ([failure, behaviour, code]) => ({ endpoint, ask, failure, behaviour, code }),
  ),
)

test.for(pairs)(
  `${pairs.length} pairs: $endpoint of a CM that $failure is $code, after one request`,
  async ({ ask, behaviour, code, failure }) => {
    const server = await serve(behaviour)
    const seen: string[] = []
    const client = createCmClient({
      url: server.url,
      timeouts: { readMs: 250, writeMs: 250 },
      observe: ({ outcome }) => seen.push(outcome),
    })

    const error: unknown = await ask(client).catch((reason: unknown) => reason)
    await client.close()

    expect(error).toBeInstanceOf(CmError)
    expect(error).toMatchObject({ code, outcome: outcomeOf(code) })
    expect(seen).toEqual([code])
    expect(server.connections()).toBe(1)
    expect(server.requests.length).toBe(failure === 'resets before reading' ? 0 : 1)
  },
)
