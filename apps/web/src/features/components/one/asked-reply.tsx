import type { CmAnswer } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { TimeAgo, TimeAt } from '../../../ui/time-ago.tsx'
import { ReplyBody } from './raw-reply.tsx'
import classes from './raw-reply.module.css'

interface AskedReplyProps {
  readonly answer: CmAnswer
  /** When it came, by the server's clock. */
  readonly atMs: number
}

/** What CM answered just now, whatever it was; nothing is concluded from it. */
export function AskedReply({ answer, atMs }: AskedReplyProps) {
  const text = useText()
  const { curl, status, contentType, body } = answer
  return (
    <Panel title={text('raw.ask.title')}>
      <div className={classes.stack}>
        <Facts
          facts={[
            { label: text('raw.ask.status'), value: <span className="mono">HTTP {status}</span> },
            {
              label: text('raw.ask.at'),
              value: <TimeAgo at={atMs} />,
              note: <TimeAt at={atMs} />,
            },
            {
              label: text('raw.ask.content-type'),
              value: <span className="mono">{contentType ?? text('raw.ask.none')}</span>,
            },
          ]}
        />
        <CodeBlock code={curl} label={text('raw.curl')} copyLabel={text('copy.curl')} />
        {body === '' ? <p className="dim">{text('config.empty')}</p> : <ReplyBody body={body} />}
      </div>
    </Panel>
  )
}
