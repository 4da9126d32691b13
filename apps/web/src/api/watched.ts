import { mostWatched } from '@wheelhouse/contract'
import { useEffect, useId } from 'react'

type Tell = (ids: readonly string[]) => void

const shownBy = new Map<string, readonly string[]>()
let tell: Tell | undefined

/** Where to say it; ends with the returned function. */
export function startWatching(next: Tell): () => void {
  tell = next
  sayAll()
  return () => {
    if (tell === next) tell = undefined
  }
}

const sayAll = () => tell?.([...new Set([...shownBy.values()].flat())].slice(0, mostWatched))

/** Says which rows a part of the page shows, in place of what it said before: the server reads them first. */
export function watchRows(part: string, ids: readonly string[]) {
  if (ids.length === 0) shownBy.delete(part)
  else shownBy.set(part, ids)
  sayAll()
}

/** While somebody scrolls, the rows change with each frame: they are said once it settles. */
const settleMs = 100

/** `watchRows` for as long as the component stands. */
export function useWatchedRows(ids: readonly string[]) {
  const part = useId()
  const list = ids.join(',')
  useEffect(() => {
    const timer = setTimeout(() => watchRows(part, list === '' ? [] : list.split(',')), settleMs)
    return () => clearTimeout(timer)
  }, [part, list])
  useEffect(() => () => watchRows(part, []), [part])
}
