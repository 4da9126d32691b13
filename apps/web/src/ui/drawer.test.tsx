import { expect, test, vi } from 'vitest'
import { named, press, pressKey, show } from '../test/screen.tsx'
import { Drawer } from './drawer.tsx'

const drawer = (onClose: () => void) => (
  <Drawer id="d" label="Component" closeLabel="Close" title="c1" onClose={onClose}>
    <input aria-label="inside" />
  </Drawer>
)

test('Escape closes it from anywhere on the page, and so does its button', () => {
  const onClose = vi.fn<() => void>()
  show(drawer(onClose))

  pressKey('Escape', document.body)
  press('button', 'Close')

  expect(onClose).toHaveBeenCalledTimes(2)
})

test('what stands above it, or a field that is typed in, has Escape for itself', () => {
  const onClose = vi.fn<() => void>()
  show(
    <>
      <input aria-label="search" />
      {drawer(onClose)}
    </>,
  )

  pressKey('Escape', named('textbox', 'search'))
  expect(onClose).not.toHaveBeenCalled()

  pressKey('Escape', named('textbox', 'inside'))
  expect(onClose).toHaveBeenCalledTimes(1)

  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  document.body.append(dialog)
  pressKey('Escape', document.body)
  expect(onClose).toHaveBeenCalledTimes(1)
})

test('on a wide screen it is a part of the page, and takes no focus', () => {
  show(drawer(() => undefined))

  expect(named('region', 'Component').getAttribute('role')).toBeNull()
  expect(document.activeElement).toBe(document.body)
})
