import { Link } from '@tanstack/react-router'
import type { Operation, Step } from '@wheelhouse/contract'
import { useMay } from '../../../api/rights.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/button.tsx'
import { hint } from '../../../ui/hints.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { DecisionSeen } from './decision-seen.tsx'
import { decisionsFor, mayComeLate, skippedWords, stepsAfter } from './decisions.ts'
import type { Decision, PlacedStep } from './decisions.ts'
import classes from './operation-needs.module.css'
import { againSentence, lookSentence, stepTitle } from '../step-title.ts'

/** Steps whose effect is looked for among the component's keys. */
const showsConfig = new Set<Step['name']>(['update', 'move-checkpoint'])

interface OperationNeedsProps {
  readonly operation: Operation
  readonly stuck: PlacedStep
  readonly onDecide: (decision: Decision) => void
}

/** What somebody should look at, and what they may then decide. */
export function OperationNeeds({ operation, stuck, onDecide }: OperationNeedsProps) {
  const text = useText()
  const may = useMay('resolve-uncertain', operation.component)
  const { step, index } = stuck
  const title = stepTitle(text, step, operation)
  const isUncertain = step.state === 'uncertain'
  return (
    <Panel title={text('needs.title', { n: index + 1, step: title })}>
      <div className={classes.needs}>
        {isUncertain && (
          <div className={classes.look}>
            <h3>{text('needs.look')}</h3>
            <p>
              {lookSentence(text, step, operation)}{' '}
              <Link
                to="/components/$id"
                params={{ id: operation.component.id }}
                search={showsConfig.has(step.name) ? { tab: 'config' } : {}}
              >
                {text('outcome.uncertain.look')}
              </Link>
            </p>
            {step.effect === 'write' && <p className="dim">{text('look.directory')}</p>}
            {mayComeLate(step) && <p className={classes.late}>{text('needs.late')}</p>}
          </div>
        )}
        <DecisionSeen operation={operation} stuck={stuck} />
        <ul className={classes.choices} aria-label={text('needs.choices')}>
          {decisionsFor(operation).map((decision) => (
            <li key={decision}>
              <Button
                look={decision === 'retry' ? 'filled' : 'plain'}
                isOff={!may}
                {...hint(may ? undefined : text('refusal.not-allowed'))}
                onClick={() => onDecide(decision)}
              >
                {text(`choice.${decision}`)}
              </Button>
              <p>
                {decision === 'again'
                  ? againSentence(text, step, operation)
                  : consequence(decision)}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  )

  function consequence(decision: Exclude<Decision, 'again'>): string {
    const after = stepsAfter(operation, index)
    const next = after.map((it) => stepTitle(text, it, operation)).join(text('needs.then'))
    return text(decision === 'skipped' ? skippedWords(step) : `choice.${decision}.what`, {
      rest: after.length === 0 ? 'none' : 'some',
      next,
      effect: step.effect,
      kind: operation.component.kind,
    })
  }
}
