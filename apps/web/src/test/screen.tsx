import { act } from 'react'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach } from 'vitest'
import { spokenText } from '../i18n/text.ts'
import { english } from './spoken.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const ends: (() => void)[] = []

afterEach(() => {
  for (const end of ends.splice(0)) act(end)
  document.body.replaceChildren()
})

/** Draws it into the page, in English; drawn again with what it is called with. */
export function show(first: ReactNode): (next: ReactNode) => void {
  spokenText.set(english)
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  ends.push(() => root.unmount())
  act(() => root.render(first))
  return (next) => act(() => root.render(next))
}

type Role =
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'region'
  | 'textbox'
  | 'searchbox'
  // Of no role, for the browser keeps what stands in it to itself.
  | 'password'

const selectors: Readonly<Record<Role, string>> = {
  button: 'button, summary',
  checkbox: 'input[type="checkbox"]',
  dialog: '[role="dialog"]',
  region: 'section, aside',
  textbox: 'input:not([type]), input[type="text"]',
  searchbox: 'input[type="search"]',
  password: 'input[type="password"]',
}

/** What a screen reader would call it, as far as our own markup goes. */
const nameOf = (element: HTMLElement): string =>
  (
    element.getAttribute('aria-label') ??
    element.closest('label')?.textContent ??
    (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined) ??
    element.textContent
  ).trim()

export const everyNamed = (role: Role): string[] => all(role).map(nameOf)

const all = (role: Role) => [...document.querySelectorAll<HTMLElement>(selectors[role])]

/** The one of that role whose name begins so. */
export function named(role: Role, name: string): HTMLElement {
  const found = all(role).find((element) => nameOf(element).startsWith(name))
  if (!found) throw new Error(`no ${role} “${name}” among ${everyNamed(role).join(' | ')}`)
  return found
}

export const press = (role: Role, name: string) => act(() => named(role, name).click())

export const pressKey = (key: string, target: Element = document.activeElement ?? document.body) =>
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

/** As if somebody had typed it over whatever was there. */
export function type(role: 'textbox' | 'searchbox' | 'password', name: string, value: string) {
  const input = named(role, name)
  // React listens for a change of the value that it has not made itself.
  const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  act(() => {
    own?.set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** Lets promises that are under way come to their end. */
export const settle = () => act(() => new Promise((resolve) => setTimeout(resolve)))
