import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelp } from '@tabler/icons-react'
import type { Plan, PlanWarning, Precondition } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import classes from './plan-preview.module.css'

const looks = {
  yes: { icon: IconCircleCheck, tone: 'green' },
  no: { icon: IconCircleX, tone: 'red' },
  unknown: { icon: IconHelp, tone: 'grey' },
} as const

/** Of what the plan does not deny: why it is doubtful all the same, in words. */
export type Doubts = Readonly<Partial<Record<Precondition['name'], string>>>

interface PlanChecksProps {
  readonly plan: Plan
  /** Warnings that are said elsewhere. */
  readonly said: readonly PlanWarning[]
  readonly doubts: Doubts
}

/** What must hold for it to end well, as far as can be told, and what to know before saying yes. */
export function PlanChecks({ plan, said, doubts }: PlanChecksProps) {
  const text = useText()
  const warnings = plan.warnings.filter((warning) => !said.includes(warning))
  if (plan.preconditions.length + warnings.length === 0) return null
  return (
    <ul className={classes.checks} aria-label={text('plan.checks')}>
      {plan.preconditions.map((precondition) => (
        <Check
          key={precondition.name}
          precondition={precondition}
          doubt={doubts[precondition.name]}
        />
      ))}
      {warnings.map((warning) => (
        <Warning key={warning} words={text(`warning.${warning}`)} />
      ))}
    </ul>
  )
}

interface CheckProps {
  readonly precondition: Precondition
  readonly doubt: string | undefined
}

function Check({ precondition: { name, holds }, doubt }: CheckProps) {
  const text = useText()
  if (doubt !== undefined && holds !== 'no') return <Warning words={doubt} />
  const { icon: Icon, tone } = looks[holds]
  return (
    <li data-tone={tone}>
      <Icon size={16} aria-hidden />
      <span>{text(`precondition.${name}`, { holds })}</span>
    </li>
  )
}

const Warning = ({ words }: { readonly words: string }) => (
  <li data-tone="amber">
    <IconAlertTriangle size={16} aria-hidden />
    <span>{words}</span>
  </li>
)
