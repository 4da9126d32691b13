import { expect, test } from 'vitest'
import { Ring } from './ring.ts'

const message = (text: string) => ({ deflated: Buffer.from(text), plainBytes: 9 })
const said = (ring: Ring, seq: number) => ring.after(seq)?.map(({ deflated }) => String(deflated))

test('what followed a message is known from its number on', () => {
  const ring = new Ring({ mostBytes: 100, longestMs: 1000 })
  for (const text of ['1', '2', '3']) ring.push(message(text), 0)

  expect(said(ring, 0)).toEqual(['1', '2', '3'])
  expect(said(ring, 2)).toEqual(['3'])
  expect(said(ring, 3)).toEqual([])
  expect(said(ring, 4)).toBeUndefined()
})

test('what is too old or too much is let go, the oldest first', () => {
  const ring = new Ring({ mostBytes: 5, longestMs: 1000 })
  ring.push(message('111'), 0)
  ring.push(message('222'), 900)

  expect(said(ring, 0)).toBeUndefined()
  expect(said(ring, 1)).toEqual(['222'])

  ring.push(message('3'), 2000)
  expect(said(ring, 1)).toBeUndefined()
  expect(said(ring, 2)).toEqual(['3'])
})

test('after a new beginning only what comes then is known', () => {
  const ring = new Ring({ mostBytes: 100, longestMs: 1000 })
  ring.push(message('1'), 0)
  ring.restart(7)

  expect(said(ring, 1)).toBeUndefined()
  expect(said(ring, 7)).toEqual([])
  ring.push(message('8'), 0)
  expect(said(ring, 7)).toEqual(['8'])
})
