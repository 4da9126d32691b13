import { createStore } from './store.ts'
import type { Store } from './store.ts'

/**
 * A value that this browser keeps under that name. What can't be meant, by whoever wrote it, counts as
 * nothing; where nothing may be kept it lasts as long as the page. Other tabs' changes are followed.
 */
export function createKept<T>(name: string, parse: (stored: unknown) => T): Store<T> {
  const store = createStore<T>(parse(readKept(name)))
  window.addEventListener('storage', ({ key }) => {
    if (key === name) store.set(parse(readKept(name)))
  })
  return {
    ...store,
    set(next) {
      store.set(next)
      try {
        localStorage.setItem(name, JSON.stringify(next))
      } catch {
        // Forbidden, or full.
      }
    },
  }
}

function readKept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
