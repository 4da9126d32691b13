import { Link } from '@tanstack/react-router'
import type { Operation } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../../ui/time-ago.tsx'
import { lastWriteOf } from './last-write-of.ts'
import { ReplyBody } from './raw-reply.tsx'
import classes from './raw-reply.module.css'

/** The newest call that was sent for it, and what CM answered. */
export function LastWrite({ operations }: { readonly operations: readonly Operation[] }) {
  const text = useText()
  const found = lastWriteOf(operations)
  if (!found) {
    return (
      <Panel title={text('raw.last-write')}>
        <p className="dim">{text('raw.last-write.none')}</p>
      </Panel>
    )
  }
  const { operation, step, startedAt } = found
  const { reply } = step
  return (
    <Panel
      title={text('raw.last-write')}
      aside={
        <Link to="/operations/$id" params={{ id: operation.id }}>
          {text('operation.look')}
        </Link>
      }
    >
      <div className={classes.stack}>
        <p className="dim">
          {text(`kind.${operation.kind}`)} · <TimeAgo at={startedAt} /> · <TimeAt at={startedAt} />
        </p>
        <CodeBlock
          code={step.request.curl}
          label={text('raw.curl')}
          copyLabel={text('copy.curl')}
        />
        {reply === null ? (
          <p className="dim">{text('raw.last-write.no-reply')}</p>
        ) : (
          <>
            <p>
              <span className="mono">
                {reply.status === null ? text('raw.no-status') : `HTTP ${reply.status}`}
              </span>
              {reply.failure !== null && ` · ${text(`step-failure.${reply.failure}`)}`}
            </p>
            {reply.body !== '' && <ReplyBody body={reply.body} />}
          </>
        )}
      </div>
    </Panel>
  )
}
