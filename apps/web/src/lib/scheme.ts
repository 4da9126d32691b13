import { createStore } from './store.ts'

type Scheme = 'dark' | 'light'

/** Mantine's own, as is the attribute: its styles and `early.js` read both. */
const storageKey = 'mantine-color-scheme-value'
const attribute = 'data-mantine-color-scheme'
const system = () => window.matchMedia('(prefers-color-scheme: dark)')

/** What is shown now: what was chosen before, else what the system says. */
export const scheme = createStore<Scheme>('light')

/** Follows the system for as long as nobody has chosen. */
export function startScheme() {
  show(readStored() ?? systemScheme())
  system().addEventListener('change', () => show(readStored() ?? systemScheme()))
}

export function chooseScheme(chosen: Scheme) {
  show(chosen)
  try {
    localStorage.setItem(storageKey, chosen)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

function show(next: Scheme) {
  document.documentElement.setAttribute(attribute, next)
  scheme.set(next)
}

const systemScheme = (): Scheme => (system().matches ? 'dark' : 'light')

function readStored(): Scheme | undefined {
  try {
    const stored = localStorage.getItem(storageKey)
    return stored === 'dark' || stored === 'light' ? stored : undefined
  } catch {
    return undefined
  }
}
