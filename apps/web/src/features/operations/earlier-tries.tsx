import type { Step } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import { TimeAt } from '../../ui/time-ago.tsx'
import classes from './operation-steps.module.css'
import { ReplyBlock } from './reply-block.tsx'
import { tookWords } from './state.ts'

interface EarlierTriesProps {
  readonly tries: Step['earlier']
  /** Of the step, from 1 on. */
  readonly place: string
}

/** What a step met before it was tried again. */
export function EarlierTries({ tries, place }: EarlierTriesProps) {
  const text = useText()
  if (tries.length === 0) return null
  return (
    <details className={classes.earlier}>
      <summary>{text('step.earlier', { n: tries.length })}</summary>
      <ol>
        {tries.map(({ startedAt, finishedAt, state, reply }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- what was tried neither moves nor goes
          <li key={index}>
            <p className={classes.note}>
              {text('step.try', { n: index + 1, state: text(`step.${state}`) })}
              {startedAt !== null && (
                <>
                  {' · '}
                  <TimeAt at={startedAt} />
                </>
              )}
              {startedAt !== null &&
                finishedAt !== null &&
                ` · ${text('step.took', { n: tookWords(text, (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000) })}`}
            </p>
            {reply && <ReplyBlock reply={reply} place={`${place}.${index + 1}`} />}
          </li>
        ))}
      </ol>
    </details>
  )
}
