import { expect, test } from 'vitest'
import { heapWords } from './heap-words.ts'

test('heap is said in gigabytes, with a tenth where it has one, and below that in megabytes', () => {
  expect(heapWords(512)).toBe('512 MB')
  expect(heapWords(4096)).toBe('4 GB')
  expect(heapWords(1536)).toBe('1.5 GB')
})
