import type { Step } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { FoldedCode } from '../../ui/folded-code.tsx'
import classes from './operation-steps.module.css'

interface ReplyBlockProps {
  readonly reply: NonNullable<Step['reply']>
  /** Tells it from the others on the page: `2`, and `2.1` for an earlier try. */
  readonly place: string
}

/** What came back of one try: its status, why it is no success, and CM's own words. */
export function ReplyBlock({ reply, place }: ReplyBlockProps) {
  const text = useText()
  const { status, failure, body } = reply
  return (
    <div className={classes.reply}>
      <p>
        <span className="dim">{text('step.reply')}</span>{' '}
        <span className="mono">{status === null ? text('step.no-status') : `HTTP ${status}`}</span>
        {failure !== null && (
          <span className={classes.failure}>{text(`step-failure.${failure}`)}</span>
        )}
      </p>
      {body !== '' && (
        <FoldedCode
          code={body}
          label={text('step.reply.of', { n: place })}
          copyLabel={text('copy.reply')}
        />
      )}
    </div>
  )
}
