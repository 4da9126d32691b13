const key = 'wheelhouse-reloaded-at'
const againAfterMs = 60_000

interface Page {
  /** This browser's clock, in milliseconds. */
  readonly clock: () => number
  /** Whether the server gives this page out at all. */
  readonly isServed: () => Promise<boolean>
  readonly reload: () => void
}

/**
 * A tab that was opened before an upgrade asks for files that are gone: it is loaded anew. Not while
 * the server is away, for then old facts are better than none; and not again and again.
 */
export function reloadWhenOutdated({ clock, isServed, reload }: Page) {
  const recover = async () => {
    if (!(await isServed()) || !mayReload(clock())) return
    reload()
  }
  window.addEventListener('vite:preloadError', () => void recover())
}

function mayReload(nowMs: number): boolean {
  try {
    const reloadedAtMs = Number(sessionStorage.getItem(key) ?? -Infinity)
    if (nowMs - reloadedAtMs < againAfterMs) return false
    sessionStorage.setItem(key, String(nowMs))
    return true
  } catch {
    // Where nothing can be kept, nothing would end the circle.
    return false
  }
}
