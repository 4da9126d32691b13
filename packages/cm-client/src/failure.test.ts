import { expect, test } from 'vitest'

import { createCmClient, type CmClient } from './client.ts'
import { CmError } from './error.ts'
import { serve } from './test/bare-server.ts'
import { detailFailures, failures, outcomeOf, type Failure } from './test/failures.ts'
import { vendorLines, writer } from './test/vendor-lines.ts'
import { permitWrite } from './permit.ts'

type Ask = (client: CmClient) => Promise<unknown>

const writes = vendorLines.filter(({ call }) => call.effect === 'write')

/** All thirteen documented calls of the classic kinds, each once. */
const calls: ReadonlyMap<string, Ask> = new Map([
  ['/JDBCWriter/detail', (client) => client.writers.detail(writer)],
  ...writes.map(({ call }): [string, Ask] => [
    call.path,
    (client) => client.write(permitWrite(call)),
  ]),
])

const failuresOf = (path: string): readonly Failure[] =>
  path === '/JDBCWriter/detail' ? [...failures, ...detailFailures] : failures

const cells = [...calls].flatMap(([path, ask]) =>
  failuresOf(path).map(([failure, behaviour, code]) => ({ path, ask, failure, behaviour, code })),
)

// Side by side, since much of it is waiting for deadlines.
test.concurrent.for(cells)(
  `failures: ${cells.length} cells of ${calls.size} calls: $path of a CM that $failure is $code, after one request`,
  async ({ ask, behaviour, code, failure }, { onTestFinished }) => {
    const server = await serve(behaviour, onTestFinished)
    // Only where the deadline is what is tested: a busy machine is no silent CM.
    const deadlineMs = code === 'TIMED_OUT' ? 250 : 20_000
    const seen: string[] = []
    const client = createCmClient({
      url: server.url,
      timeouts: { readMs: deadlineMs, writeMs: deadlineMs },
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

test('the table has all thirteen calls', () => {
  expect(calls.size).toBe(13)
})
