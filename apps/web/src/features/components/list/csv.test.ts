import { expect, test } from 'vitest'
import { ago, componentWith } from '../../../test/component.ts'
import { chinese, english } from '../../../test/spoken.ts'
import { csvTable, csvText } from './csv.ts'

const late = componentWith({
  verdict: 'falling-behind',
  lagSeconds: 754,
  lagTrendSecondsPerMinute: 38.4,
  checkpoint: 1_795_413_600,
  observedAt: ago(0),
})

test('the file has the columns of the list, in their order, and when they were observed', () => {
  const [headings] = csvTable(english, [], ['name', 'lag', 'checkpoint'])

  expect(headings).toEqual([
    'Name',
    'Lag (seconds)',
    'Lag trend (seconds a minute)',
    'Checkpoint (epoch seconds)',
    'Checkpoint (ISO 8601)',
    'Observed (epoch seconds)',
    'Observed (ISO 8601)',
  ])
})

test('its headings are in the language that is spoken', () => {
  const [headings] = csvTable(chinese, [], ['lag'])

  expect(headings?.[0]).toBe('延迟（秒）')
})

test('values are exact: seconds, epochs and UTC, not words', () => {
  const [, row] = csvTable(english, [late], ['verdict', 'lag', 'checkpoint', 'active'])

  expect(row).toEqual([
    'falling behind',
    754,
    38.4,
    1_795_413_600,
    '2026-11-23T06:00:00Z',
    true,
    1_795_413_600,
    '2026-11-23T06:00:00Z',
  ])
})

test('what is not known is empty, and not zero', () => {
  const [, row] = csvTable(
    english,
    [componentWith({ lagSeconds: null, checkpoint: null, observedAt: null, active: null })],
    ['lag', 'checkpoint', 'active', 'command'],
  )

  expect(row?.filter((cell) => cell !== null)).toEqual([0])
})

test('a file begins with the mark of UTF-8, and its lines end as spreadsheets want it', async () => {
  expect(await csvText([['名称'], ['a,b'], ['say "so"']])).toBe(
    '\u{FEFF}名称\r\n"a,b"\r\n"say ""so"""\r\n',
  )
})

test('no text can be taken for a formula, and a negative lag stays a number', async () => {
  const cells = ['=1+1', '+1', '-1', '@a', '\ta', '\ra', '=a\nb', 'a=b']

  const lines = await csvText([[...cells, -3]])

  expect(lines).toBe('\u{FEFF}"\'=1+1","\'+1","\'-1","\'@a","\'\ta","\'\ra","\'=a\nb",a=b,-3\r\n')
})
