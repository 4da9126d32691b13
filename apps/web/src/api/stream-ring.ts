import { isLater, isSameEpoch } from './revision.ts'

interface Kept {
  readonly revision: string
  readonly data: string
}

const mostMessages = 600
const mostCharacters = 2_000_000

/** The newest messages of the stream, for tabs that join later. */
export function createStreamRing() {
  let kept: Kept[] = []
  let characters = 0
  /** Everything later than this is kept. */
  let base: string | undefined
  let last: string | undefined

  const clear = (revision: string) => {
    kept = []
    characters = 0
    base = revision
    last = revision
  }

  return {
    /** The newest revision that was told. */
    last: () => last,

    /** The stream goes on from here. */
    startAt: clear,

    add(revision: string, data: string) {
      kept.push({ revision, data })
      characters += data.length
      last = revision
      while (kept.length > mostMessages || characters > mostCharacters) {
        const oldest = kept.shift()
        if (!oldest) break
        characters -= oldest.data.length
        base = oldest.revision
      }
    },

    /** What came after a revision; `undefined` where that is not known any more. */
    after(revision: string): readonly Kept[] | undefined {
      if (base === undefined || !isSameEpoch(base, revision) || isLater(base, revision)) {
        return undefined
      }
      return kept.filter((one) => isLater(one.revision, revision))
    },
  }
}
