import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconHelp } from '@tabler/icons-react'
import type { Plan, PlanWarning, Precondition } from '@wheelhouse/contract'
import { useText } from '../../i18n/text.ts'
import classes from './plan-preview.module.css'

const looks = {
  yes: { icon: IconCircleCheck, tone: 'green' },
  no: { icon: IconCircleX, tone: 'red' },
  unknown: { icon: IconHelp, tone: 'grey' },
} as const

interface PlanChecksProps {
  readonly plan: Plan
  /** Warnings that are said elsewhere. */
  readonly said: readonly PlanWarning[]
}

/** What must hold for it to end well, as far as can be told, and what to know before saying yes. */
export function PlanChecks({ plan, said }: PlanChecksProps) {
  const text = useText()
  const warnings = plan.warnings.filter((warning) => !said.includes(warning))
  if (plan.preconditions.length + warnings.length === 0) return null
  return (
    <ul className={classes.checks} aria-label={text('plan.checks')}>
      {plan.preconditions.map((precondition) => (
        <Check key={precondition.name} precondition={precondition} />
      ))}
      {warnings.map((warning) => (
        <li key={warning} data-tone="amber">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{text(`warning.${warning}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Check({ precondition: { name, holds } }: { readonly precondition: Precondition }) {
  const text = useText()
  const { icon: Icon, tone } = looks[holds]
  return (
    <li data-tone={tone}>
      <Icon size={16} aria-hidden />
      <span>{text(`precondition.${name}`, { holds })}</span>
    </li>
  )
}
