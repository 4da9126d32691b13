import { act } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { everyNamed, named, press, pressKey, show } from '../../../test/screen.tsx'
import { columnsOf } from './columns.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import type { ListChange, ListSearch } from './list-view.ts'

beforeEach(() => localStorage.clear())

function choosing(search: ListSearch) {
  const changes: ListChange[] = []
  show(<ColumnsMenu tools={{ search, narrowTo: (change) => void changes.push(change) }} />)
  press('button', 'Columns')
  return changes
}

test('a column is shown or not, and the name always is', () => {
  const changes = choosing({ cols: 'name,lag' })

  press('checkbox', 'Lag')
  press('checkbox', 'Project')

  expect(changes).toEqual([{ cols: 'name' }, { cols: 'name,lag,project' }])
  expect(named('checkbox', 'Name').hasAttribute('disabled')).toBe(true)
})

test('columns are put in order with the keyboard as well', () => {
  const changes = choosing({ cols: 'verdict,name,lag' })

  press('button', 'Move earlier: Lag')
  press('button', 'Move later: Verdict')
  press('button', 'Move earlier: Verdict')

  expect(changes).toEqual([{ cols: 'verdict,lag,name' }, { cols: 'name,verdict,lag' }])
})

test('what was chosen is what this browser shows from now on', () => {
  choosing({ cols: 'name,lag' })

  press('checkbox', 'Host')

  expect(columnsOf({})).toEqual(['name', 'lag', 'host'])
})

test('the default is one press away, and the URL then says nothing', () => {
  const changes = choosing({ cols: 'name,lag' })

  press('button', 'Back to the default')

  expect(changes).toEqual([{ cols: undefined }])
  expect(columnsOf({})).toContain('checkpoint')
})

test('Escape closes it and gives the focus back to its button', () => {
  choosing({})
  expect(everyNamed('dialog')).toEqual(['Columns'])
  expect(document.activeElement).toBe(named('dialog', 'Columns'))

  pressKey('Escape')

  expect(everyNamed('dialog')).toEqual([])
  expect(document.activeElement).toBe(named('button', 'Columns'))
})

test('the focus going elsewhere closes it', () => {
  choosing({})
  const elsewhere = document.createElement('button')
  document.body.append(elsewhere)

  act(() => elsewhere.focus())

  expect(everyNamed('dialog')).toEqual([])
  expect(document.activeElement).toBe(elsewhere)
})
