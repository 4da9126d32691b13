import type { Step } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { CodeBlock } from '../../ui/code-block.tsx'
import { TimeAt } from '../../ui/time-ago.tsx'
import classes from './operation-steps.module.css'
import { StepBadge } from './state-badges.tsx'
import { tookWords } from './state.ts'

/** What was sent and what came back, step by step. */
export function OperationSteps({ steps }: { readonly steps: readonly Step[] }) {
  const text = useText()
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a plan's steps neither move nor go
        <li key={`${index}-${step.name}`}>
          <div className={classes.title}>
            <span className={classes.number}>{index + 1}</span>
            <strong>{text(`step-name.${step.name}`)}</strong>
            <StepBadge state={step.state} />
            <Timing step={step} />
          </div>
          <CodeBlock
            code={step.request.curl}
            label={text('step.request')}
            copyLabel={text('copy.curl')}
          />
          <ReplyOf step={step} />
        </li>
      ))}
    </ol>
  )
}

function Timing({ step: { startedAt, finishedAt } }: { readonly step: Step }) {
  const text = useText()
  if (startedAt === null) return null
  const took = finishedAt === null ? undefined : Date.parse(finishedAt) - Date.parse(startedAt)
  return (
    <span className={classes.timing}>
      <TimeAt at={startedAt} />
      {took !== undefined && ` · ${tookWords(text, took / 1000)}`}
    </span>
  )
}

function ReplyOf({ step: { reply, state } }: { readonly step: Step }) {
  const text = useText()
  if (!reply) {
    return (
      <p className="dim">{state === 'pending' ? text('step.unsent') : text('step.no-reply')}</p>
    )
  }
  return (
    <div className={classes.reply}>
      <p>
        <span className="dim">{text('step.reply')}</span>{' '}
        <span className="mono">
          {reply.status === null ? text('step.no-status') : `HTTP ${reply.status}`}
        </span>
        {reply.failure !== null && (
          <span className={classes.failure}>{text(`step-failure.${reply.failure}`)}</span>
        )}
      </p>
      {reply.body !== '' && (
        <CodeBlock code={reply.body} label={text('step.reply')} copyLabel={text('copy.reply')} />
      )}
    </div>
  )
}
