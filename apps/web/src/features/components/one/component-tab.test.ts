import { expect, test } from 'vitest'
import { parseTab } from './component-tab.ts'

test('a tab stands in the address, but for the first and those that there are not', () => {
  expect(parseTab('config')).toBe('config')
  expect(parseTab('overview')).toBeUndefined()
  expect(parseTab('nonsense')).toBeUndefined()
  expect(parseTab(undefined)).toBeUndefined()
})
