import { firstLoad } from '../first-load.ts'
import { expect, test } from '../fixtures.ts'

const limits = { javascript: 170_000, css: 20_000 }

test('sixty rows are usable after at most 170 kB of JavaScript and 20 kB of CSS, gzipped', async ({
  page,
  product,
  newWriter,
}) => {
  test.setTimeout(60_000)
  for (let number = 0; number < 60; number += 1) await newWriter('sized')

  const sizes = await firstLoad(page, `${product.url}/components?q=p_sized`, 20)

  test.info().annotations.push({ type: 'first load, gzipped', description: JSON.stringify(sizes) })
  expect(sizes.javascript).toBeLessThanOrEqual(limits.javascript)
  expect(sizes.css).toBeLessThanOrEqual(limits.css)
})
