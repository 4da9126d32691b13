import { expect, test } from 'vitest'
import { Watches } from './watches.ts'

function watching() {
  const told = new Map<string, string[]>()
  const watches = new Watches({
    clusterOf: (id) => (id === 'gone' ? undefined : id.slice(0, 1)),
    watch: (cluster, ids) => told.set(cluster, [...ids].toSorted()),
  })
  return { told, watches }
}

test('a cluster is told what all streams show of it, each once', async () => {
  const { told, watches } = watching()
  watches.opened('one')
  watches.opened('two')
  watches.set('one', ['a1', 'a2', 'b1', 'gone'])
  watches.set('two', ['a2', 'a3', 'a3'])

  await expect.poll(() => told.get('a'), { timeout: 10_000 }).toEqual(['a1', 'a2', 'a3'])
  expect(told.get('b')).toEqual(['b1'])
})

test('what a stream showed is forgotten with the last of its name', async () => {
  const { told, watches } = watching()
  for (const name of ['one', 'one', 'two']) watches.opened(name)
  watches.set('one', ['a1', 'a2'])
  watches.set('two', ['a2'])
  watches.closed('one')
  await expect.poll(() => told.get('a'), { timeout: 10_000 }).toEqual(['a1', 'a2'])

  watches.closed('one')
  await expect.poll(() => told.get('a'), { timeout: 10_000 }).toEqual(['a2'])
  expect(watches.has('one')).toBe(false)

  watches.closed('two')
  await expect.poll(() => told.get('a'), { timeout: 10_000 }).toEqual([])
})

test('who has not opened a stream watches nothing', () => {
  const { watches } = watching()
  watches.set('nobody', ['a1'])

  expect(watches.has('nobody')).toBe(false)
})
