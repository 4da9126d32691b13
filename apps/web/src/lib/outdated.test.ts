import { beforeEach, expect, test, vi } from 'vitest'
import { reloadWhenOutdated } from './outdated.ts'

beforeEach(() => sessionStorage.clear())

test('a page whose parts are gone is loaded anew, but not again and again, nor while the server is away', async () => {
  let nowMs = 1_000_000
  let isServed = true
  const reload = vi.fn<() => void>()
  const asked = vi.fn<() => Promise<boolean>>(() => Promise.resolve(isServed))
  reloadWhenOutdated({ clock: () => nowMs, isServed: asked, reload })
  const lackPart = async () => {
    window.dispatchEvent(new Event('vite:preloadError'))
    await asked.mock.results.at(-1)?.value
    await Promise.resolve()
  }

  await lackPart()
  expect(reload).toHaveBeenCalledTimes(1)

  nowMs += 5000
  await lackPart()
  expect(reload).toHaveBeenCalledTimes(1)

  nowMs += 86_400_000
  isServed = false
  await lackPart()
  expect(reload).toHaveBeenCalledTimes(1)

  isServed = true
  await lackPart()
  expect(reload).toHaveBeenCalledTimes(2)
})
