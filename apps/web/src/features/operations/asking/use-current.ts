import type { Component } from '@wheelhouse/contract'
import { useComponent } from '../../../api/estate.ts'

/** The component as it is now; the stream keeps it so while a dialog stands open. */
export const useCurrent = (opened: Component): Component => useComponent(opened.id) ?? opened
