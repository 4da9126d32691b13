import type { Step } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { FoldedCode } from '../../ui/folded-code.tsx'
import classes from './operation-steps.module.css'
import { failureWords } from './reply-words.ts'

interface ReplyBlockProps {
  readonly reply: NonNullable<Step['reply']>
  /** Tells it from the others on the page: `2`, and `2.1` for an earlier try. */
  readonly place: string
}

/** What came back of one try: its status, why it is no success, and CM's own words. */
export function ReplyBlock({ reply, place }: ReplyBlockProps) {
  const text = useText()
  const { status, body } = reply
  const failure = failureWords(text, reply)
  return (
    <div className={classes.reply}>
      <p>
        {status !== null && (
          <>
            <span className="dim">{text('step.reply')}</span>{' '}
            <span className="mono">{`HTTP ${status}`}</span>
          </>
        )}
        {failure !== undefined && <span className={classes.failure}>{failure}</span>}
      </p>
      {body !== '' && status === null && <p className={classes.note}>{text('step.note')}</p>}
      {body !== '' && (
        <FoldedCode
          code={body}
          // Without a status nothing of it is CM's: it is what the socket said, or Wheelhouse.
          label={text(status === null ? 'step.note.of' : 'step.reply.of', { n: place })}
          copyLabel={text('copy.reply')}
        />
      )}
    </div>
  )
}
