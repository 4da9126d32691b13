/** Which rows are drawn: from the first to before the end. */
export interface RowWindow {
  readonly first: number
  readonly end: number
}

interface RowsOnScreen {
  readonly rowPx: number
  /** How far below the top of the screen the first row of the list is; negative once it is scrolled past. */
  readonly topPx: number
  readonly screenPx: number
}

/** So many are drawn above and below the screen, for who scrolls faster than they can be drawn. */
const spare = 6

/** However long the list is: where it ends, `within` says. */
export function windowOf({ rowPx, topPx, screenPx }: RowsOnScreen): RowWindow {
  const first = Math.floor(Math.max(0, -topPx) / rowPx)
  const end = Math.max(first, Math.ceil((screenPx - topPx) / rowPx))
  return { first: Math.max(0, first - spare), end: end + spare }
}

/** The same, of a list that has so many. */
export function within({ first, end }: RowWindow, count: number): RowWindow {
  const last = Math.min(end, count)
  return { first: Math.max(0, Math.min(first, last - (end - first))), end: last }
}
