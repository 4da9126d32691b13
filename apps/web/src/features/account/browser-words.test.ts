import { expect, test } from 'vitest'
import { browserWords } from './browser-words.ts'

test('a browser is called as people call it, however it names itself', () => {
  const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

  expect(browserWords(`${windows} Chrome/140.0.0.0 Safari/537.36`)).toBe('Chrome 140 · Windows')
  expect(browserWords(`${windows} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`)).toBe(
    'Edge 140 · Windows',
  )
  expect(
    browserWords('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'),
  ).toBe('Firefox 140 · Linux')
  expect(
    browserWords(
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    ),
  ).toBe('Safari 18 · macOS')
  expect(
    browserWords(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari 18 · iOS')
})

test('what is no browser is called by its own name', () => {
  expect(browserWords('curl/8.5.0')).toBe('curl 8')
  expect(browserWords('our-script')).toBe('our-script')
})
