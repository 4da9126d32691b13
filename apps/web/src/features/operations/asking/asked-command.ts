import type { Component, OperationKind } from '@wheelhouse/contract'
import { createStore } from '../../../lib/store.ts'

/** What somebody is about to ask for, in a dialog. */
export interface AskedCommand {
  /** `jvm`: a change of the configuration that has a form of its own. */
  readonly kind: OperationKind | 'jvm'
  /** As it was when the dialog opened. */
  readonly component: Component
}

/** At most one at a time, outside the list: its rows come and go under an open dialog. */
export const askedCommand = createStore<AskedCommand | undefined>(undefined)

/** Opens the dialog of a command. */
export const ask = (command: AskedCommand) => askedCommand.set(command)
