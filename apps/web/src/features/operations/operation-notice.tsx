import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { parseName } from '@wheelhouse/contract'
import type { Operation } from '@wheelhouse/contract'
import { operationQuery } from '../../api/queries.ts'
import { useText } from '../../i18n/text.ts'
import { NoticeStrip } from '../../ui/notices.tsx'
import { noticeLook } from './notice-look.ts'

interface OperationNoticeProps {
  readonly noticeKey: string
  /** As it was when it was taken on; what it has become the cache knows, which the stream keeps. */
  readonly asked: Operation
}

/** Says of an operation what is true of it now, and shows the way to it. */
export function OperationNotice({ noticeKey, asked }: OperationNoticeProps) {
  const text = useText()
  const { data: operation } = useQuery({ ...operationQuery(asked.id), initialData: asked })
  const { id, kind, component } = operation
  const { tone, word } = noticeLook(operation)
  const name = parseName(component.name)?.identity ?? component.name
  return (
    <NoticeStrip noticeKey={noticeKey} tone={tone}>
      {text(`notice.${word}`, { title: text(`operation.title.${kind}`, { name }) })}{' '}
      <Link to="/operations/$id" params={{ id }}>
        {text('operation.look')}
      </Link>
    </NoticeStrip>
  )
}
