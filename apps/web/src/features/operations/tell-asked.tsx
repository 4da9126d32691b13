import type { Operation } from '@wheelhouse/contract'
import { Suspense } from 'react'
import { lazily } from '../../lib/lazily.ts'
import { notify } from '../../ui/notices.tsx'

const OperationNotice = lazily(() => import('./operation-notice.tsx'), 'OperationNotice')

/** One notice for each thing that can be done to a component. */
export const noticeKey = (kind: Operation['kind'], componentId: string) => `${kind}-${componentId}`

/** Tells at the foot of the page that an operation was taken on, and goes on to tell how it fares. */
export function tellAsked(operation: Operation) {
  const key = noticeKey(operation.kind, operation.component.id)
  notify({
    key,
    strip: (
      <Suspense>
        <OperationNotice key={operation.id} noticeKey={key} asked={operation} />
      </Suspense>
    ),
  })
}
