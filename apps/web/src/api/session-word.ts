const key = 'wheelhouse-session'

/** What tabs of one browser tell each other: somebody may work here, or has just signed out; nothing where a session merely ended. */
export type SessionWord = 'in' | 'out' | undefined

const parse = (stored: string | null): SessionWord =>
  stored === 'in' || stored === 'out' ? stored : undefined

export function readSessionWord(): SessionWord {
  try {
    return parse(localStorage.getItem(key))
  } catch {
    return undefined
  }
}

/** Other tabs hear it where it is another word than before. */
export function saySessionWord(word: SessionWord) {
  try {
    if (word === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, word)
  } catch {
    // Storage may be forbidden; other tabs then learn it from the server.
  }
}

/** What another tab has said; ends with the returned function. */
export function hearSessionWord(hear: (word: SessionWord) => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === key) hear(parse(event.newValue))
  }
  window.addEventListener('storage', listen)
  return () => window.removeEventListener('storage', listen)
}
