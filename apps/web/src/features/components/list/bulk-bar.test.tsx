import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { componentWith } from '../../../test/component.ts'
import { everyNamed, press, show } from '../../../test/screen.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { toBeSaved } from './csv-button.tsx'

const [one, two, three] = ['c1', 'c2', 'c3'].map((id) => componentWith({ id, name: id }))
const all = [one, two, three].filter((it) => it !== undefined)

function selecting(selected: string[], rows = all) {
  const chosen: (readonly string[])[] = []
  const tools = {
    search: {},
    all,
    rows,
    selected,
    select: (ids: readonly string[]) => void chosen.push(ids),
    narrowTo: () => undefined,
  }
  show(
    <QueryClientProvider client={new QueryClient()}>
      <BulkBar tools={tools} />
    </QueryClientProvider>,
  )
  return chosen
}

test('without a selection there is no bar', () => {
  selecting([])

  expect(everyNamed('region')).toEqual([])
})

test('it says how many are selected, and how many of them the filters hide', () => {
  selecting(['c1', 'c3'], all.slice(0, 2))

  expect(document.querySelector('output')?.textContent).toBe(
    '2 selected (1 not shown by the filters)',
  )
})

test('a selection can be cleared', () => {
  const chosen = selecting(['c1'])

  press('button', 'Clear the selection')

  expect(chosen).toEqual([[]])
})

test('a protection level is offered with the lag that it means', () => {
  selecting(['c1', 'c2'])

  press('button', 'Protection level')

  expect(everyNamed('button')).toContain('Medium (lag up to 5 min)')
  expect(document.body.textContent).toContain('For all 2 selected components:')
})

test('what is saved or copied comes in the order of the list, what is hidden last', () => {
  const ids = (selected: string[], rows = all) =>
    toBeSaved({ all, rows, selected }).map(({ id }) => id)

  expect(ids([])).toEqual(['c1', 'c2', 'c3'])
  expect(ids(['c3', 'c1'], all.toReversed())).toEqual(['c3', 'c1'])
  expect(ids(['c1', 'c3'], all.slice(1))).toEqual(['c3', 'c1'])
})
