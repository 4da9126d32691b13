import { expect, test } from 'vitest'

import { bind, variablesOf } from './bind.ts'
import { bodyOf, targetOf } from './call.ts'
import { toCurl } from './curl.ts'
import { answers, bodyText, serve, targetText } from './test/bare-server.ts'
import { runCurl } from './test/run-curl.ts'
import { vendorLines } from './test/vendor-lines.ts'
import { writerCalls } from './writers.ts'

/** Method, path and every pair of query and body, decoded, in their order. */
const meaning = (request = '') => {
  const target = new URL(targetText(request), 'http://cm')
  return [
    request.split(' ', 1)[0],
    target.pathname,
    [...target.searchParams],
    [...new URLSearchParams(bodyText(request))],
  ]
}

test.for(vendorLines)(
  `${vendorLines.length} lines of the vendor’s page: $heading`,
  async ({ vendor, call, ours }) => {
    const server = await serve({ onRequest: answers('200 OK', '{"isSuccess":true}') })

    await runCurl(vendor, { url: server.url })
    await runCurl(toCurl(call), { url: server.url })

    const [theirs, printed] = server.requests
    expect(toCurl(call)).toBe(ours)
    expect(meaning(printed)).toEqual(meaning(theirs))
    expect(targetOf(call)).toBe(targetText(printed))
    expect(bodyOf(call) ?? '').toBe(bodyText(printed))
    expect(server.requests.length).toBe(2)
  },
)

test('all thirteen documented calls of the classic kinds are on that page', () => {
  const endpoints = new Set(vendorLines.map(({ call: { method, path } }) => `${method} ${path}`))

  expect(endpoints.size).toBe(13)
})

test('force is sent when the host is down, and left out otherwise', () => {
  const plain = writerCalls.migrate('w', '10.0.0.2')

  expect(bodyOf(plain)).toBe('applierName=w&node=10.0.0.2')
  expect(bodyOf(writerCalls.migrate('w', '10.0.0.2', { force: false }))).toBe(bodyOf(plain))
})

test('a call kept as JSON is the same call', () => {
  for (const { call } of vendorLines) {
    const kept = JSON.parse(JSON.stringify(call)) as typeof call // what was written
    expect(kept).toEqual(call)
    expect(toCurl(kept)).toBe(toCurl(call))
    expect(variablesOf(kept)).toEqual([])
    expect(bind(kept, {})).toEqual(call)
  }
})

test('only reads are reads, whatever their method', () => {
  const reads = vendorLines.filter(({ call }) => call.effect === 'read')

  expect(reads.map(({ call }) => call.path)).toEqual(['/JDBCWriter/detail'])
})
