import { whyNot } from '@wheelhouse/contract'
import type { Cluster, Component, OperationKind } from '@wheelhouse/contract'
import type { Text } from '../../i18n/text.ts'

/** Why a command can't be given now, in the reader's words; `undefined` when it can. */
export function whyNotWords(
  text: Text,
  kind: OperationKind,
  component: Component,
  cluster: Cluster | undefined,
): string | undefined {
  if (!cluster) return text('refusal.cluster-unknown')
  const refusal = whyNot(kind, component, cluster)
  if (refusal === 'operation-open') {
    return text(`refusal.open.${component.operation?.kind ?? kind}`)
  }
  return refusal && text(`refusal.${refusal}`)
}
