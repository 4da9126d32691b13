import { longestName, longestNote } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'
import { numberWords } from '../../i18n/words.ts'
import { isHarmless } from './judge-lines.ts'
import type { RowFault } from './judge-lines.ts'

export const faultWords = (text: Text, fault: RowFault): string =>
  text(`fault.${fault}`, { longest: longestName, most: numberWords(longestNote) })

/** As it stands behind a line: what is harmless is only skipped. */
export function lineWords(text: Text, fault: RowFault): string {
  const reason = faultWords(text, fault)
  return isHarmless(fault) ? text('add.skipped', { reason }) : reason
}
