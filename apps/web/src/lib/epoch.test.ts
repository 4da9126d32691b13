import { expect, test } from 'vitest'
import { epochWords } from './epoch.ts'
import { localTime, zoneOf } from './time.ts'

const seconds = 1_639_657_384
const said = `${localTime(seconds * 1000)} ${zoneOf(seconds * 1000)}`

test.each([
  [String(seconds), said],
  [`{"p_1-000-0":"${seconds}"}`, said],
  [`{"p_1-000-0":${seconds},"p_1-1-0":"${seconds}"}`, `${said} · ${said}`],
  [String(seconds * 1000), undefined],
  ['{"p_1-000-0":"soon"}', undefined],
  ['', undefined],
])('the position %s is said as local time', (value, words) => {
  expect(epochWords(value)).toBe(words)
})
