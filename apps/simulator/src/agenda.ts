/** Changes of the world that are due at moments of the simulator's clock. */
export interface Agenda {
  add: (atMs: number, carryOut: (atMs: number) => void) => void
  /** Carries out all that is due, in the order of time. Whoever looks at the world calls it first. */
  settle: (nowMs: number) => void
  clear: () => void
}

/** No timers: a moved clock brings on what is due, and a standing one holds it back. */
export function createAgenda(): Agenda {
  let due: { atMs: number; carryOut: (atMs: number) => void }[] = []
  return {
    add: (atMs, carryOut) => {
      due = [...due, { atMs, carryOut }].toSorted((a, b) => a.atMs - b.atMs)
    },
    settle: (nowMs) => {
      for (let [next] = due; next !== undefined && next.atMs <= nowMs; [next] = due) {
        due = due.slice(1)
        next.carryOut(next.atMs)
      }
    },
    clear: () => {
      due = []
    },
  }
}
