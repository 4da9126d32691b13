import type { ConfigKey } from '../config-key.ts'
import { checkerIdentityKeys } from './checker-identity.ts'
import { checkerRectifyKeys } from './checker-rectify.ts'
import { checkerReviewKeys } from './checker-review.ts'
import { checkerTuningKeys } from './checker-tuning.ts'

/** A checker's keys, which are sent bare (`cm-api.md` §5.4): those of the old checker, then the newer ones. */
export const checkerKeys: readonly ConfigKey[] = [
  ...checkerTuningKeys,
  ...checkerReviewKeys,
  ...checkerRectifyKeys,
  ...checkerIdentityKeys,
]
