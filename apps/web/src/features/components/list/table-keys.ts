/** What a key asks of the list; `undefined` where it asks nothing of it. */
type Wish =
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'open' | 'select' | 'select-all' | 'clear' }

interface Pressed {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

interface Place {
  /** Of the row that has the focus, from 0. */
  readonly index: number
  readonly count: number
  /** Whether the focus is on the row itself, and not on something in it that has keys of its own. */
  readonly isOnRow: boolean
}

const page = 10

/** Arrows walk, Space selects, `o` opens beside the list (Enter follows the link), Escape takes all back. */
export function wishOf(pressed: Pressed, place: Place): Wish | undefined {
  const { key, altKey, ctrlKey, metaKey } = pressed
  if (altKey) return undefined
  if (ctrlKey || metaKey) return key === 'a' ? { type: 'select-all' } : undefined
  const to = destination(key, place)
  if (to !== undefined) return { type: 'go', to }
  if (key === 'Escape') return { type: 'clear' }
  if (place.isOnRow && key === ' ') return { type: 'select' }
  return key === 'o' ? { type: 'open' } : undefined
}

function destination(key: string, { index, count }: Place): number | undefined {
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }
  const target = moves[key]
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target))
}
