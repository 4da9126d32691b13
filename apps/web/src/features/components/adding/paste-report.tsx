import { IconAlertTriangle, IconCheck, IconPlayerSkipForward } from '@tabler/icons-react'
import type { ComponentKind } from '@wheelhouse/contract'
import { useText } from '../../../i18n/text.ts'
import type { Text } from '../../../i18n/text.ts'
import lineClasses from '../../../ui/line-list.module.css'
import classes from './paste-report.module.css'
import { faultWords, isHarmless } from './paste.ts'
import type { PastedLine } from './paste.ts'

/** Ten thousand lines are a sum and a beginning: the bad first, for they need a look. */
const mostBad = 100
const mostGood = 50

interface PasteReportProps {
  readonly kind: ComponentKind
  readonly lines: readonly PastedLine[]
}

export function PasteReport({ kind, lines }: PasteReportProps) {
  const text = useText()
  const bad = lines.filter(({ fault }) => fault !== undefined)
  const good = lines.filter(({ fault }) => fault === undefined)
  if (lines.length === 0) return null
  const shown = [...bad.slice(0, mostBad), ...good.slice(0, mostGood)]
  const left = lines.length - shown.length

  return (
    <div className={classes.report}>
      <output>
        <strong>{text('add.good', { n: good.length })}</strong>
        {bad.length > 0 && (
          <strong className={classes.badSum}>{text('add.bad', { n: bad.length })}</strong>
        )}
      </output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus */}
      <ol tabIndex={0} className={lineClasses.list} aria-label={text('add.lines')}>
        {shown.map(({ line, name, fault, parts }) => (
          <li
            key={line}
            data-bad={(fault && !isHarmless(fault)) || undefined}
            data-skipped={(fault && isHarmless(fault)) || undefined}
          >
            <LineIcon fault={fault} />
            <span className={lineClasses.line}>{line}</span>
            <span className={lineClasses.name}>{parts?.identity ?? name}</span>
            <span className={lineClasses.note}>{noteWords(text, { kind, fault, parts })}</span>
          </li>
        ))}
      </ol>
      {left > 0 && <p className="dim">{text('add.left', { n: left })}</p>}
    </div>
  )
}

function LineIcon({ fault }: Pick<PastedLine, 'fault'>) {
  if (!fault) return <IconCheck size={14} aria-hidden />
  const Icon = isHarmless(fault) ? IconPlayerSkipForward : IconAlertTriangle
  return <Icon size={14} aria-hidden />
}

interface Note extends Pick<PastedLine, 'fault' | 'parts'> {
  readonly kind: ComponentKind
}

function noteWords(text: Text, { kind, fault, parts }: Note): string {
  if (fault) {
    const reason = faultWords(text, fault)
    return isHarmless(fault) ? text('add.skipped', { reason }) : reason
  }
  // A checker's name is its number, and tells of no host.
  if (kind === 'checker') return ''
  return parts ? text('add.on-host', { host: parts.host }) : text('add.other-form')
}
