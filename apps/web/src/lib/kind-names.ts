import type { ComponentKind } from '@wheelhouse/contract'

/** The vendor's own names, the same in every language. */
export const kindNames: Record<ComponentKind, string> = {
  writer: 'Writer',
  connector: 'Connector',
  checker: 'Checker',
}
