import { writerCalls } from '@wheelhouse/cm-client'
import { planned, type Plan } from './plan.ts'

/** Vendor page, 删除 Writer. What `clean` removes beside the registration is not documented (docs/assumptions.md 29). */
export const deleteWriter: Plan<'delete'> = ({ component }) =>
  planned({
    steps: [
      { name: 'see-stopped', call: writerCalls.detail(component.name) },
      { name: 'delete', call: writerCalls.clean(component.name) },
    ],
    preconditions: [{ name: 'is-stopped', holds: component.active === false ? 'yes' : 'unknown' }],
    warnings: ['cannot-be-undone'],
  })
