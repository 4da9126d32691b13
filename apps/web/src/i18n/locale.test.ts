import { expect, test } from 'vitest'
import { preferredLocale } from './locale.ts'

test('the language chosen before wins, then the browser’s first that there is, then English', () => {
  expect(preferredLocale(['en-US'], 'zh')).toBe('zh')
  expect(preferredLocale(['fr', 'zh-CN', 'en'], null)).toBe('zh')
  expect(preferredLocale(['fr'], 'nonsense')).toBe('en')
})
