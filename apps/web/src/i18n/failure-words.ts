import type { ReadFailure } from '@wheelhouse/contract'
import type { Text } from './text.ts'

// What the CM client puts before CM's own words (`judge.ts`); without any it stands alone.
const ourWords = /^CM refused(?: and gave no reason$|: |$)/u

/** What CM itself gave as its reason to refuse, if it gave one. */
export function rejectionWords({ detail }: ReadFailure): string | undefined {
  const words = detail.replace(ourWords, '')
  return words === '' ? undefined : words
}

/** The small print of a failed read: CM's own words, said to be so, or what the network said. */
export function failureDetail(text: Text, failure: ReadFailure): string | undefined {
  if (failure.code !== 'REJECTED') return failure.detail
  const words = rejectionWords(failure)
  return words === undefined ? undefined : text('failure.words', { words })
}
