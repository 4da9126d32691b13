import type { Operation, Step } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import type { Text } from '../../i18n/text.ts'
import { actorWords } from '../../i18n/words.ts'
import { CodeBlock } from '../../ui/code-block.tsx'
import { TimeAt } from '../../ui/time-ago.tsx'
import { EarlierTries } from './earlier-tries.tsx'
import classes from './operation-steps.module.css'
import { ReplyBlock } from './reply-block.tsx'
import { StepBadge } from './state-badges.tsx'
import { tookWords } from './state.ts'
import { timesOf } from './step-times.ts'
import { stepTitle } from './step-title.ts'

/** What was sent and what came back, step by step. */
export function OperationSteps({ operation }: { readonly operation: Operation }) {
  const text = useText()
  return (
    <ol className={classes.steps}>
      {operation.steps.map((step, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a plan's steps neither move nor go
        <li key={`${index}-${step.name}`} data-state={step.state}>
          <div className={classes.title}>
            <span className={classes.number}>{index + 1}</span>
            <h3>{stepTitle(text, step, operation)}</h3>
            <StepBadge step={step} />
            <Timing operation={operation} index={index} />
          </div>
          <div className={classes.body}>
            <CodeBlock
              code={step.request.curl}
              label={text('step.request.of', { n: index + 1 })}
              copyLabel={text('copy.curl')}
            />
            {step.reply ? (
              <ReplyBlock reply={step.reply} place={`${index + 1}`} />
            ) : (
              <p className={classes.note}>{unansweredWords(text, step)}</p>
            )}
            <DecisionNote decision={step.decision} />
            <EarlierTries tries={step.earlier} place={`${index + 1}`} />
          </div>
        </li>
      ))}
    </ol>
  )
}

interface TimingProps {
  readonly operation: Operation
  readonly index: number
}

function Timing({ operation, index }: TimingProps) {
  const text = useText()
  const times = timesOf(operation, index)
  if (!times) return null
  const { startedAt, tookSeconds, waitedSeconds } = times
  return (
    <span className={classes.timing}>
      <TimeAt at={startedAt} />
      {tookSeconds !== null && ` · ${text('step.took', { n: tookWords(text, tookSeconds) })}`}
      {waitedSeconds >= 1 && ` · ${text('step.waited', { n: tookWords(text, waitedSeconds) })}`}
    </span>
  )
}

function unansweredWords(text: Text, { state, startedAt, effect }: Step): string {
  if (effect === 'read') return text('step.check')
  if (state === 'running') return text('step.no-reply')
  return startedAt === null ? text('step.unsent') : text('step.unknown-reply')
}

function DecisionNote({ decision }: { readonly decision: Step['decision'] }) {
  const text = useText()
  if (!decision) return null
  const { as, by, reason, at } = decision
  return (
    <p className={classes.decision}>
      {text(`step.decided.${as}`, { by: actorWords(text, by) })} <TimeAt at={at} />
      <q>{reason}</q>
    </p>
  )
}
