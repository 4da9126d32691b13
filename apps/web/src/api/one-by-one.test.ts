import { expect, test } from 'vitest'
import { oneByOne } from './one-by-one.ts'

test('each is asked for after the one before, and one that fails stops none', async () => {
  const log: string[] = []
  const ask = async (id: string) => {
    log.push(`asked ${id}`)
    await Promise.resolve()
    if (id === 'b') throw new Error('not possible')
    log.push(`answered ${id}`)
  }
  const counted: number[] = []

  const { done, failed } = await oneByOne(['a', 'b', 'c'], ask, (n) => counted.push(n))

  expect(log).toEqual(['asked a', 'answered a', 'asked b', 'asked c', 'answered c'])
  expect(done).toEqual(['a', 'c'])
  expect(failed.map(({ id, error }) => `${id}: ${error.message}`)).toEqual(['b: not possible'])
  expect(counted).toEqual([1, 2, 3])
})
