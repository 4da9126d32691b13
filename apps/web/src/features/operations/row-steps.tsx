import { Link } from '@tanstack/react-router'
import type { Operation } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { TimeAt } from '../../ui/time-ago.tsx'
import { failureWithWords } from './reply-words.ts'
import classes from './row-steps.module.css'
import { StepBadge } from './state-badges.tsx'
import { outcomeSentence, tookWords } from './state.ts'
import { timesOf } from './step-times.ts'
import { stepTitle } from './step-title.ts'

/** The steps of an operation in a line each; their calls and replies are on its own page. */
export function RowSteps({ operation }: { readonly operation: Operation }) {
  const text = useText()
  const { id, steps, newName, reason } = operation
  return (
    <div className={classes.opened}>
      <p>{outcomeSentence(text, operation)}</p>
      {reason !== null && (
        <p className="dim">{text('pair', { label: text('operation.reason'), value: reason })}</p>
      )}
      <ol className={classes.steps}>
        {steps.map((step, index) => {
          const times = timesOf(operation, index)
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a plan's steps neither move nor go
            <li key={`${index}-${step.name}`}>
              <span className={classes.number}>{index + 1}</span>
              <span className={classes.name}>{stepTitle(text, step, operation)}</span>
              <StepBadge step={step} />
              <span className={classes.timing}>
                {times && <TimeAt at={times.startedAt} />}
                {times?.tookSeconds != null && ` · ${tookWords(text, times.tookSeconds)}`}
              </span>
              {step.reply?.failure != null && (
                <span className={classes.failure}>{failureWithWords(text, step.reply)}</span>
              )}
            </li>
          )
        })}
      </ol>
      {newName !== null && (
        <p>
          <span className="dim">{text('operation.new-name')}</span>{' '}
          <span className="mono">{newName}</span>
        </p>
      )}
      <p>
        <Link to="/operations/$id" params={{ id }}>
          {text('operations.open')}
        </Link>
      </p>
    </div>
  )
}
