import type { Operation } from '@wheelhouse/contract'
import type { StripTone } from '../../ui/strip.tsx'

interface NoticeLook {
  readonly tone: StripTone
  readonly word: 'open' | 'accepted' | 'verified' | 'unseen' | 'failed' | 'uncertain' | 'closed'
}

/** Green is for what was seen to have happened, and for nothing that was only accepted. */
export function noticeLook({ state, verification }: Operation): NoticeLook {
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
      return acceptedLooks[verification]
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
