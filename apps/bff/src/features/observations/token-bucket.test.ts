import { expect, test } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

/** How many calls leave in each span, by a timer that comes each `everyMs`. */
function callsIn(bucket: TokenBucket, { everyMs, spanMs, spans }: Record<string, number>) {
  const counts = Array.from({ length: spans ?? 0 }, () => 0)
  for (let nowMs = 0; nowMs < (spanMs ?? 0) * (spans ?? 0); nowMs += everyMs ?? 1)
    for (; bucket.waitMs(nowMs) === 0; bucket.take())
      counts[Math.floor(nowMs / (spanMs ?? 1))] =
        (counts[Math.floor(nowMs / (spanMs ?? 1))] ?? 0) + 1
  return counts
}

test.for([0.5, 10, 200, 5000])('%i calls a second are spent, however the timer comes', (rate) => {
  for (const everyMs of [1, 1.7, 7]) {
    const [calls = 0] = callsIn(new TokenBucket(rate, 0), { everyMs, spanMs: 20_000, spans: 1 })
    expect(calls / (rate * 20)).toBeGreaterThan(0.98)
    expect(calls).toBeLessThanOrEqual(rate * 20 + 1)
  }
})

test('no moment has more than its share, after a pause neither', () => {
  const bucket = new TokenBucket(1000, 0)
  const calls = callsIn(bucket, { everyMs: 1, spanMs: 10, spans: 100 })
  expect(Math.max(...calls)).toBeLessThanOrEqual(11)
  bucket.waitMs(60_000)
  let burst = 0
  for (; bucket.waitMs(60_000) === 0; bucket.take()) burst += 1
  expect(burst).toBeLessThanOrEqual(20)
})

test('a call that was not ours is saved later', () => {
  const bucket = new TokenBucket(10, 0)
  bucket.take()
  bucket.take()
  expect(bucket.waitMs(0)).toBe(200)
})
