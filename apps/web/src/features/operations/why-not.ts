import { permissionOfKind, whyNot } from '@wheelhouse/contract'
import type { Cluster, Component, Grant, OperationKind, Permission } from '@wheelhouse/contract'
import { allows, rights } from '../../api/rights.ts'
import { useText } from '../../i18n/text.ts'
import type { Text } from '../../i18n/text.ts'
import { useStore } from '../../lib/store.ts'

/** A command, and what it needs beside what its kind always does. */
export interface Wish {
  readonly kind: OperationKind
  readonly wanted?: readonly Permission[] | undefined
}

interface Place {
  readonly component: Component
  /** Undefined until it is known. */
  readonly cluster: Cluster | undefined
  /** Of whoever works here. */
  readonly grants: readonly Grant[] | null
}

/** Why a command can't be given now, in the reader's words; `undefined` when it can. */
export function whyNotWords(
  text: Text,
  { kind, wanted = [permissionOfKind[kind]] }: Wish,
  { component, cluster, grants }: Place,
): string | undefined {
  if (!cluster) return text('refusal.cluster-unknown')
  const refusal = whyNot(kind, component, cluster)
  // First what does not pass by itself.
  if (refusal !== 'not-for-this-kind' && !allows(grants, wanted, component)) {
    return text('refusal.not-allowed')
  }
  if (refusal === 'operation-open') {
    return text(`refusal.open.${component.operation?.kind ?? kind}`)
  }
  return refusal && text(`refusal.${refusal}`)
}

/** As `whyNotWords`, for whoever works on this page. */
export function useWhyNot() {
  const text = useText()
  const grants = useStore(rights)
  return (wish: OperationKind | Wish, component: Component, cluster: Cluster | undefined) =>
    whyNotWords(text, typeof wish === 'string' ? { kind: wish } : wish, {
      component,
      cluster,
      grants,
    })
}
