import { IconBraces, IconEyeOff, IconFileText } from '@tabler/icons-react'
import type { RawReply } from '@wheelhouse/contract'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../../ui/time-ago.tsx'
import { prettyJson } from '../pretty-json.ts'
import classes from './raw-reply.module.css'

interface RawReplyProps {
  readonly reply: RawReply
  /** The way to ask CM anew. */
  readonly ask?: ReactNode
}

/** CM's newest answer with its age, and the call that asks for it. */
export function RawReplyPanel({ reply: { curl, body, observedAt }, ask }: RawReplyProps) {
  const text = useText()
  return (
    <Panel title={text('raw.title')} aside={ask}>
      <div className={classes.stack}>
        {curl !== null && (
          <CodeBlock code={curl} label={text('raw.curl')} copyLabel={text('copy.curl')} />
        )}
        {body === null ? (
          <p className="dim">{text('raw.none')}</p>
        ) : (
          <>
            {observedAt !== null && (
              <p className="dim">
                {text('raw.age')} <TimeAgo at={observedAt} /> · <TimeAt at={observedAt} />
              </p>
            )}
            <ReplyBody body={body} />
          </>
        )}
      </div>
    </Panel>
  )
}

/** Laid out where it is JSON, and on wish as it came. */
export function ReplyBody({ body }: { readonly body: string }) {
  const text = useText()
  const [isVerbatim, setVerbatim] = useState(false)
  const pretty = prettyJson(body)
  const shown = isVerbatim ? body : (pretty ?? body)
  return (
    <div className={classes.stack}>
      {pretty !== undefined && pretty !== body && (
        <fieldset className={classes.ways}>
          <legend className="unseen">{text('raw.way')}</legend>
          <Button
            isSmall
            icon={IconBraces}
            aria-pressed={!isVerbatim}
            onClick={() => setVerbatim(false)}
          >
            {text('raw.pretty')}
          </Button>
          <Button
            isSmall
            icon={IconFileText}
            aria-pressed={isVerbatim}
            onClick={() => setVerbatim(true)}
          >
            {text('raw.verbatim')}
          </Button>
        </fieldset>
      )}
      <CodeBlock isTall code={shown} label={text('raw.body')} copyLabel={text('copy.reply')} />
      <p className={classes.redacted}>
        <IconEyeOff size={14} aria-hidden />
        {text('raw.redacted')}
      </p>
    </div>
  )
}
