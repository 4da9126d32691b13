import { isObservable } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import type { StripTone } from '../../ui/strip.tsx'

interface NoticeLook {
  readonly tone: StripTone
  readonly word:
    | 'open'
    | 'accepted'
    | 'unobservable'
    | 'verified'
    | 'answered'
    | 'unseen'
    | 'failed'
    | 'uncertain'
    | 'closed'
}

/** Green is for what was seen to have happened, and for nothing that was only accepted. */
export function noticeLook({ state, verification, kind, component }: Operation): NoticeLook {
  switch (state) {
    case 'queued':
    case 'running':
      return { tone: 'busy', word: 'open' }
    case 'failed':
      return { tone: 'bad', word: 'failed' }
    case 'uncertain':
      return { tone: 'bad', word: 'uncertain' }
    case 'abandoned':
      return { tone: 'info', word: 'closed' }
    case 'succeeded':
      if (!isObservable(component.kind)) return { tone: 'info', word: 'unobservable' }
      // That CM keeps the new values is not yet that the component works with them.
      return verification === 'verified' && kind === 'configure'
        ? { tone: 'good', word: 'answered' }
        : acceptedLooks[verification]
    default:
      return state satisfies never
  }
}

const acceptedLooks: Record<Operation['verification'], NoticeLook> = {
  pending: { tone: 'busy', word: 'accepted' },
  verified: { tone: 'good', word: 'verified' },
  unverifiable: { tone: 'info', word: 'accepted' },
  contradicted: { tone: 'bad', word: 'unseen' },
}
