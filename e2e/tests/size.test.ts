import { gzipSync } from 'node:zlib'
import { expect, test } from '../fixtures.ts'

const limits = { javascript: 170_000, css: 20_000 }

test('sixty rows are usable after at most 170 kB of JavaScript and 20 kB of CSS, gzipped', async ({
  page,
  newWriter,
}) => {
  test.setTimeout(60_000)
  for (let number = 0; number < 60; number += 1) await newWriter('sized')
  const fetched = new Map<string, string>()
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    if (/\.(?:js|css)$/u.test(path)) fetched.set(path, response.url())
  })

  await page.goto('/components?q=p_sized')
  await expect(page.getByRole('row').filter({ hasText: 'p_sized' }).nth(10)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Stop / }).first()).toBeEnabled()

  const sizes = { javascript: 0, css: 0 }
  for (const [path, url] of fetched) {
    const text = await (await fetch(url, { headers: { 'accept-encoding': 'identity' } })).text()
    sizes[path.endsWith('.css') ? 'css' : 'javascript'] += gzipSync(text, { level: 9 }).length
  }
  test.info().annotations.push({ type: 'first load, gzipped', description: JSON.stringify(sizes) })
  expect(sizes.javascript).toBeLessThanOrEqual(limits.javascript)
  expect(sizes.css).toBeLessThanOrEqual(limits.css)
})
