import {
  RouterProvider,
  createMemoryHistory,
  createRootRoute,
  createRouter,
} from '@tanstack/react-router'
import { act } from 'react'
import { expect, test, vi } from 'vitest'
import { estate } from '../../../api/estate.ts'
import { ago, componentWith } from '../../../test/component.ts'
import { named, press, settle, show } from '../../../test/screen.tsx'
import { RowDrawer } from './row-drawer.tsx'

async function opening(id: string) {
  const onClose = vi.fn<() => void>()
  const root = createRootRoute({
    component: () => (
      <>
        <table>
          <tbody>
            <tr data-id={id}>
              <td>
                <a href="#row">{id}</a>
              </td>
            </tr>
          </tbody>
        </table>
        <RowDrawer
          id={id}
          actionsOf={() => <button type="button">Stop it</button>}
          onClose={onClose}
        />
      </>
    ),
  })
  const router = createRouter({ routeTree: root, history: createMemoryHistory() })
  await router.load()
  // The routes of the app itself are registered with the type, and these are others.
  show(<RouterProvider router={router as never} />)
  await settle()
  return onClose
}

const late = componentWith({
  verdict: 'stalled',
  checkpoint: 1_795_413_600,
  checkpointSince: ago(400),
  note: { text: 'CHG-1234: leave it', by: 'wang', at: ago(60) },
})

test('it says what is wrong, how far it has got in three ways, and what somebody noted', async () => {
  estate.replaceAll([late], 'e.1')
  await opening('c1')

  const said = named('region', 'Component').textContent
  expect(said).toContain('The checkpoint has not moved')
  expect(said).toContain('2026-11-23T06:00:00Z')
  expect(said).toContain('1795413600')
  expect(said).toContain('CHG-1234: leave it')
  expect(named('button', 'Stop it')).toBeDefined()
})

test('it follows its row', async () => {
  estate.replaceAll([late], 'e.1')
  await opening('c1')

  act(() => estate.change(new Map([['c1', { ...late, verdict: 'running' }]])))

  expect(named('region', 'Component').textContent).toContain('is within its threshold')
})

test('what is not tracked any more says so', async () => {
  estate.replaceAll([late], 'e.1')
  await opening('gone')

  expect(named('region', 'Component').textContent).toContain('not tracked any more')
})

test('closing it gives the focus back to its row', async () => {
  estate.replaceAll([late], 'e.1')
  const onClose = await opening('c1')

  press('button', 'Close the panel')

  expect(onClose).toHaveBeenCalledTimes(1)
  expect(document.activeElement?.textContent).toBe('c1')
})
