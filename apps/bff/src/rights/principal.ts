import { everywhere, type Grant } from '@wheelhouse/contract'

/** Who asks for something, as far as what they may do depends on it. */
export interface Principal {
  /**
   * What stays the same whatever they are called: `local` where nobody signs in, `user:<id>`, `token:<id>`.
   * With it their grants are looked up again before each step of what they asked for.
   */
  id: string
  /** The name under which what they do goes on record: `alice`, or `alice/deploy` for a token of hers. */
  actor: string
  grants: readonly Grant[]
  /** Where they act for somebody else, as a token does for its owner: what that one may do. Both must allow it. */
  within?: readonly Grant[]
  /** The session's id, where they came by one. */
  session?: string
}

/** Whoever reaches us, where nobody has to sign in. */
export const local: Principal = { id: 'local', actor: 'local', grants: [everywhere('admin')] }

/** Under whose name it goes on record what somebody tried who isn't known. */
export const anonymous = 'anonymous'
