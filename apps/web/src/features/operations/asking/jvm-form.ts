import { formatJvm, jvmFault, parseJvm } from '@wheelhouse/contract'
import type { ComponentKind, JvmFault } from '@wheelhouse/contract'

/** What a JVM's flags are typed into. */
export interface JvmForm {
  readonly heapMin: string
  readonly heapMax: string
  readonly young: string
  /** All others, separated by blanks. */
  readonly others: string
}

/** The key that holds the flags (`cm-api.md` §5.1, §5.4); a writer has none that is documented. */
export function jvmKeyOf(kind: ComponentKind): string | undefined {
  switch (kind) {
    case 'connector':
      return 'coordinator.connector_jvm_param'
    case 'checker':
      return 'limitator.java.opt'
    case 'writer':
      return undefined
    default:
      return kind satisfies never
  }
}

/** The flags that are known now, taken apart; what can't be stands among the others as it is. */
export function jvmFormOf(text: string | null): JvmForm {
  const parts = parseJvm(text ?? '')
  if ('why' in parts) return { heapMin: '', heapMax: '', young: '', others: text?.trim() ?? '' }
  const { heapMin = '', heapMax = '', young = '', others } = parts
  return { heapMin, heapMax, young, others: others.join(' ') }
}

/** The flags as they would be sent. */
export const jvmText = ({ heapMin, heapMax, young, others }: JvmForm): string =>
  formatJvm({
    heapMin: heapMin.trim(),
    heapMax: heapMax.trim(),
    young: young.trim(),
    others: others.split(' ').filter((flag) => flag !== ''),
  })

/** All that is wrong with the flags: each of them by itself, and where those are right, all together. */
export function jvmFaultsOf(flags: string): JvmFault[] {
  if (flags === '') return []
  const each = [...new Set(flags.split(' '))].flatMap((flag) => jvmFault(flag) ?? [])
  const together = each.length === 0 ? jvmFault(flags) : undefined
  return together ? [together] : each
}
