import { expect, test } from 'vitest'
import { isKept, type Figure } from './figure.ts'
import { measure as pushBytes } from './cases/push-bytes.ts'
import { measure as capped } from './cases/up-cap.ts'
import { measure as asked } from './cases/up-dedupe.ts'
import { measure as independent } from './cases/up-indep.ts'

/** The rows of the performance study that are counts and bytes: the same on a busy machine as on an idle one. */

const missed = (figures: readonly Figure[]) => figures.filter((figure) => !isKept(figure))

test('CM is not called more often because a hundred browsers look and reload', async () => {
  const size = { components: 200, browsers: 100, windowMs: 5000 }
  // Five seconds of twenty calls each: one call more or less at an edge is one in a hundred.
  const [figure] = await independent(size)
  expect(figure?.ratio).toBeLessThanOrEqual(1.02)
})

test('two hundred who open one component cost one call, and one more for the second that passes', async () => {
  expect(missed(await asked())).toEqual([])
})

test('no more calls are out than allowed, and none is repeated, while much hangs and fails', async () => {
  expect(missed(await capped())).toEqual([])
})

test('a browser is sent a twentieth of what it would fetch by polling', async () => {
  expect(missed(await pushBytes({ components: 1000 }))).toEqual([])
}, 60_000)
