import type { ServerEvent } from '@wheelhouse/contract'
import { expect, test } from 'vitest'
import { Outbox } from './outbox.ts'

const untracked = (id: string, at: string): ServerEvent => ({ type: 'component.untracked', id, at })

async function take(outbox: Outbox, count: number) {
  const taken: string[] = []
  for await (const event of outbox.drain()) {
    taken.push(event.type === 'component.untracked' ? event.id + event.at : event.type)
    if (taken.length === count) break
  }
  return taken
}

test('of one row only the newest event waits, in the order of the newest', async () => {
  const outbox = new Outbox()
  for (const event of [untracked('a', '1'), untracked('b', '1'), untracked('a', '2')])
    outbox.put(event)

  expect(await take(outbox, 2)).toEqual(['b1', 'a2'])
})

test('a waiting reader is woken', async () => {
  const outbox = new Outbox()
  const taken = take(outbox, 1)
  setImmediate(() => outbox.put({ type: 'heartbeat', at: '' }))

  expect(await taken).toEqual(['heartbeat'])
})

test('closing ends the reading', async () => {
  const outbox = new Outbox()
  const taken = take(outbox, 5)
  outbox.put(untracked('a', '1'))
  setImmediate(() => outbox.close())

  expect(await taken).toEqual(['a1'])
})
