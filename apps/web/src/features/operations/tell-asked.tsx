import type { Operation } from '@wheelhouse/contract'
import { notify } from '../../ui/notices.tsx'
import { OperationNotice } from './operation-notice.tsx'

/** One notice for each thing that can be done to a component. */
export const noticeKey = (kind: Operation['kind'], componentId: string) => `${kind}-${componentId}`

/** Tells at the foot of the page that an operation was taken on, and goes on to tell how it fares. */
export function tellAsked(operation: Operation) {
  const key = noticeKey(operation.kind, operation.component.id)
  notify({ key, strip: <OperationNotice key={operation.id} noticeKey={key} asked={operation} /> })
}
