interface Batch<T> {
  readonly add: (one: T) => void
  readonly stop: () => void
}

/** What comes first after a quiet time is taken at once; what follows it closely is taken together. */
export function batch<T>(take: (all: T[]) => void, everyMs: number): Batch<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    timer = undefined
    if (waiting.length === 0) return
    const all = waiting
    waiting = []
    timer = setTimeout(flush, everyMs)
    take(all)
  }

  return {
    add(one) {
      waiting.push(one)
      if (timer === undefined) flush()
    },
    stop: () => clearTimeout(timer),
  }
}
