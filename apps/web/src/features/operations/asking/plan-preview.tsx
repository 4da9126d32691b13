import type { Plan, PlanWarning } from '@wheelhouse/contract'
import { problemWords } from '../../../api/problem-words.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { Bones } from '../../../ui/bones.tsx'
import { CodeBlock } from '../../../ui/code-block.tsx'
import { Trouble } from '../../../ui/trouble.tsx'
import { ChangesTable } from '../changes-table.tsx'
import { invalidInput } from './input-fault.ts'
import { PlanChecks } from './plan-checks.tsx'
import type { Doubts } from './plan-checks.tsx'
import classes from './plan-preview.module.css'
import { planCode } from './plan-words.ts'

interface PlanPreviewProps {
  readonly plan: Plan | undefined
  /** Whether there is anything to plan yet. */
  readonly isNeeded: boolean
  /** Whether it is the plan of what the form says now. */
  readonly isFresh: boolean
  readonly error: Error | null
  /** Warnings that are said elsewhere. */
  readonly said?: readonly PlanWarning[] | undefined
  readonly doubts?: Doubts | undefined
  readonly onRetry: () => void
}

/** The calls that would be sent, as one would type them, and what is known to help or hinder them. */
export function PlanPreview(props: PlanPreviewProps) {
  const { plan, isNeeded, isFresh, error, said = [], doubts = {}, onRetry } = props
  const text = useText()

  if (error) {
    const { sentence, small } = problemWords(text, error)
    const fault = invalidInput(text, error)?.sentence
    return (
      <Trouble
        sentence={`${text('plan.failed')} ${fault ?? sentence}`}
        small={small}
        action={
          <Button isSmall onClick={onRetry}>
            {text('retry')}
          </Button>
        }
      />
    )
  }
  if (!isNeeded) return <p className={classes.hint}>{text('plan.not-yet')}</p>
  if (!plan) return <Bones rows={1} height={66} />
  return (
    <div className={classes.plan} aria-busy={!isFresh}>
      {plan.changes.length > 0 && (
        <div className={classes.changes}>
          <ChangesTable changes={plan.changes} />
        </div>
      )}
      <div className={classes.calls}>
        <p className={classes.hint}>{text('plan.title')}</p>
        <CodeBlock
          code={planCode(text, plan)}
          label={text('plan.title')}
          copyLabel={text('copy.curl')}
        />
      </div>
      <PlanChecks plan={plan} said={said} doubts={doubts} />
    </div>
  )
}
