import { jvmFault } from '@wheelhouse/contract'
import type { ConfigFault, ConfigKey } from '@wheelhouse/contract'
import type { Text } from '../../../i18n/text.ts'

/** `1 – 64`, `≥ 1`, `≤ 100`; both ends belong to it. */
export function rangeWords({ min, max }: NonNullable<ConfigKey['range']>): string {
  if (min === undefined) return `≤ ${max}`
  return max === undefined ? `≥ ${min}` : `${min} – ${max}`
}

interface Faulty {
  readonly fault: ConfigFault
  readonly value: string
  readonly known: ConfigKey | undefined
}

/** Why a value can't be sent, with what would be taken instead. */
export function faultSentence(text: Text, { fault, value, known }: Faulty): string {
  if (fault === 'wrong-type' && known) return text(`config-fault.wrong-type.${known.type}`)
  return text(`config-fault.${fault}`, {
    range: known?.range ? rangeWords(known.range) : '',
    values: known?.values?.join(', ') ?? '',
    flag: jvmFault(value)?.flag ?? '',
  })
}
