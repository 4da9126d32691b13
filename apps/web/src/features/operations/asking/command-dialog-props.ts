import type { Cluster, Component } from '@wheelhouse/contract'

/** What every dialog of a command is about. */
export interface CommandDialogProps {
  readonly component: Component
  readonly cluster: Cluster | undefined
  readonly onClose: () => void
}
