import type { Principal } from '../../rights/principal.ts'

/** Whose rights have ended or changed: of one session, or of everything that came by this principal. */
export interface Ended {
  /** As `Principal.id`. */
  principal: string
  session?: string
}

interface Open {
  session: string | undefined
  end: () => void
}

/** The streams that are open, by whom they are for: they end with what they were opened by. */
export class OpenStreams {
  readonly #byPrincipal = new Map<string, Set<Open>>()

  /** Answers what is to be called when it has closed. */
  add({ id, session }: Pick<Principal, 'id' | 'session'>, end: () => void): () => void {
    const open = { session, end }
    const others = this.#byPrincipal.get(id) ?? new Set()
    this.#byPrincipal.set(id, others.add(open))
    return () => {
      others.delete(open)
      if (others.size === 0 && this.#byPrincipal.get(id) === others) this.#byPrincipal.delete(id)
    }
  }

  /** Whoever opens it again hears what they may hear then. */
  endOf({ principal, session }: Ended) {
    for (const open of this.#byPrincipal.get(principal) ?? [])
      if (session === undefined || session === open.session) open.end()
  }
}
