import type { Session } from '@wheelhouse/contract'
import type { Principal } from '../../rights/principal.ts'
import { isoOrNull } from '../../time.ts'
import type { Access } from './access.ts'

/** What is said of the installation beside who asks. */
export interface Installation extends Pick<Session, 'mode' | 'version' | 'isInsecure'> {
  /** Whether people sign in at all. */
  isOpen: boolean
  /** Whether writing is switched off for the whole product, now. */
  isReadOnly: () => boolean
}

/** Who asks, and of what kind of installation. */
export type SessionOf = (principal: Principal | null) => Session

export function sessionOf({ setup, sessions }: Access, installation: Installation): SessionOf {
  const { isOpen, isReadOnly, mode, version, isInsecure } = installation
  return (principal) => {
    const session = principal?.session === undefined ? undefined : sessions.get(principal.session)
    const state = isOpen
      ? 'open'
      : setup.isNeeded()
        ? 'setup'
        : principal
          ? 'signed-in'
          : 'signed-out'
    return {
      state,
      actor: principal?.actor ?? null,
      grants: [...(principal?.grants ?? [])],
      endsAt: isoOrNull(session?.endsAtMs),
      mode,
      version,
      isInsecure,
      isReadOnly: isReadOnly(),
    }
  }
}
